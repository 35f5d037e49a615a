"""Ways of looking at the activities that a person keeps under names."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from co2desk.domain.activity import ActivityType, Co2eSource
from co2desk.domain.activity_list import ActivityColumn, ActivityFilter, ActivityOrder


@dataclass(frozen=True, slots=True)
class SavedView:
    """What is filtered, in which order, and the shape of the columns (as the table gives it)."""

    name: str
    wanted: ActivityFilter
    order: ActivityOrder
    columns: str = ""


class SavedViews:
    """Views by name, kept as one text by whoever gives `read` and `write`.

    A view that cannot be read (of another version, damaged) is left out, never in the way.
    """

    def __init__(self, read: Callable[[], str], write: Callable[[str], None]) -> None:
        self._write = write
        self._views = {view.name: view for view in _views(read())}

    @property
    def names(self) -> Sequence[str]:
        """The names, in alphabetical order."""
        return sorted(self._views, key=str.casefold)

    def get(self, name: str) -> SavedView | None:
        """The view of that name."""
        return self._views.get(name)

    def keep(self, view: SavedView) -> None:
        """Keep a view; one of the same name gives way to it."""
        self._views[view.name] = view
        self._save()

    def forget(self, name: str) -> None:
        """Drop a view."""
        self._views.pop(name, None)
        self._save()

    def _save(self) -> None:
        self._write(json.dumps([_document(view) for view in self._views.values()]))


def _document(view: SavedView) -> dict[str, object]:
    wanted = view.wanted
    return {
        "name": view.name,
        "labs": list(wanted.lab_codes),
        "year": wanted.year,
        "type": wanted.activity_type,
        "category": wanted.category,
        "text": wanted.text,
        "source": wanted.co2e_source,
        "order": view.order.column,
        "descending": view.order.descending,
        "columns": view.columns,
    }


def _views(text: str) -> list[SavedView]:
    try:
        documents = json.loads(text) if text else []
    except ValueError:
        return []
    found = []
    for document in documents if isinstance(documents, list) else []:
        try:
            found.append(_view(document))
        except (KeyError, TypeError, ValueError):
            continue
    return found


def _view(document: dict[str, Any]) -> SavedView:
    year = document["year"]
    return SavedView(
        name=str(document["name"]),
        wanted=ActivityFilter(
            lab_codes=tuple(map(str, document["labs"])),
            year=None if year is None else int(year),
            activity_type=ActivityType(document["type"]) if document["type"] else None,
            category=str(document["category"]),
            text=str(document["text"]),
            co2e_source=Co2eSource(document["source"]) if document["source"] else None,
        ),
        order=ActivityOrder(ActivityColumn(document["order"]), bool(document["descending"])),
        columns=str(document["columns"]),
    )
