"""What is remembered of a laboratory's earlier imports: columns and words."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from sqlalchemy import CursorResult, text
from sqlalchemy.orm import Session

from co2desk.domain.ids import LabId


class Mappings:
    """Column headers and words of the laboratories that the person may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def columns(self, lab_id: LabId, kind: str) -> dict[str, str]:
        """The field that each header stood for ("" for: none)."""
        rows = self._session.execute(
            text(
                "SELECT header, field FROM column_mappings WHERE lab_id = :lab_id AND kind = :kind"
            ),
            {"lab_id": lab_id, "kind": kind},
        )
        return {row.header: row.field for row in rows}

    def values(self, lab_id: LabId, kind: str) -> dict[tuple[str, str], str]:
        """The meaning of each (field, word as the file has it)."""
        rows = self._session.execute(
            text(
                """SELECT field, value, meaning FROM value_mappings
                   WHERE lab_id = :lab_id AND kind = :kind"""
            ),
            {"lab_id": lab_id, "kind": kind},
        )
        return {(row.field, row.value): row.meaning for row in rows}

    def remember_columns(self, lab_id: LabId, kind: str, fields: Mapping[str, str]) -> None:
        """Remember the field of each header; the last import is right."""
        self._session.execute(
            text(
                """INSERT INTO column_mappings AS m (lab_id, kind, header, field)
                   SELECT :lab_id, :kind, key, value FROM jsonb_each_text(CAST(:fields AS jsonb))
                   ON CONFLICT (lab_id, kind, header) DO UPDATE
                   SET field = excluded.field, updated_at = now()
                   WHERE m.field <> excluded.field"""
            ),
            {"lab_id": lab_id, "kind": kind, "fields": json.dumps(dict(fields))},
        )

    def remember_values(
        self, lab_id: LabId, kind: str, meanings: Mapping[tuple[str, str], str]
    ) -> None:
        """Remember the meaning of each (field, word)."""
        triples = [[field, value, meaning] for (field, value), meaning in meanings.items()]
        self._session.execute(
            text(
                """INSERT INTO value_mappings AS m (lab_id, kind, field, value, meaning)
                   SELECT :lab_id, :kind, t ->> 0, t ->> 1, t ->> 2
                   FROM jsonb_array_elements(CAST(:triples AS jsonb)) AS t
                   ON CONFLICT (lab_id, kind, field, value) DO UPDATE
                   SET meaning = excluded.meaning, updated_at = now()
                   WHERE m.meaning <> excluded.meaning"""
            ),
            {"lab_id": lab_id, "kind": kind, "triples": json.dumps(triples)},
        )

    def forget_columns(self, lab_id: LabId, kind: str, headers: Iterable[str]) -> int:
        """Forget what headers stood for; says how many were known, 0 also without the right."""
        return self._removed(
            """DELETE FROM column_mappings
               WHERE lab_id = :lab_id AND kind = :kind AND header = ANY(:headers)""",
            {"lab_id": lab_id, "kind": kind, "headers": list(headers)},
        )

    def forget_values(self, lab_id: LabId, kind: str, words: Iterable[tuple[str, str]]) -> int:
        """Forget what (field, word) meant; says how many were known, 0 also without the right."""
        return self._removed(
            """DELETE FROM value_mappings AS m
               USING jsonb_array_elements(CAST(:words AS jsonb)) AS t
               WHERE m.lab_id = :lab_id AND m.kind = :kind
                 AND m.field = t ->> 0 AND m.value = t ->> 1""",
            {"lab_id": lab_id, "kind": kind, "words": json.dumps([list(one) for one in words])},
        )

    def _removed(self, statement: str, parameters: Mapping[str, object]) -> int:
        result = self._session.execute(text(statement), dict(parameters))
        return cast(CursorResult[Any], result).rowcount
