"""Identifiers as types of their own, so that no two kinds are mixed up."""

from typing import NewType
from uuid import UUID

UserId = NewType("UserId", UUID)
LabId = NewType("LabId", UUID)
FactorId = NewType("FactorId", UUID)
ActivityId = NewType("ActivityId", UUID)
ImportJobId = NewType("ImportJobId", UUID)
ImportRowId = NewType("ImportRowId", UUID)
