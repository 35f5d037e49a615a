"""What a person may do in a laboratory."""

from enum import StrEnum


class Role(StrEnum):
    """The four roles, from least to most."""

    VIEWER = "viewer"
    LAB_MEMBER = "lab_member"
    LAB_MANAGER = "lab_manager"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        """0 for a viewer up to 3 for an administrator."""
        return list(Role).index(self)

    def includes(self, other: "Role") -> bool:
        """Whether whoever holds this role may do what `other` may."""
        return self.rank >= other.rank
