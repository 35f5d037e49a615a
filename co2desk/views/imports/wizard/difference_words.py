"""What changed in the database since a file was checked, in words."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QObject

from co2desk.desktop.messages import Messages
from co2desk.domain.reference_changes import ChangeSubject, ReferenceChange
from co2desk.domain.roles import Role
from co2desk.models.formats import Formats
from co2desk.services.preparation.values import Comparison
from co2desk.services.touched_rows import Difference
from co2desk.views.words import field_word, role_word


class DifferenceWords(QObject):
    """A QObject, because only `tr` of one is collected with its plural forms."""

    def __init__(self, messages: Messages, formats: Formats) -> None:
        super().__init__()
        self._messages = messages
        self._formats = formats

    def text(self, comparison: Comparison) -> str:
        """Each change on a line of its own, then what the rows amount to now."""
        before, now = comparison.before, comparison.now
        lines = [self.tr("The database has changed since these rows were checked:")]
        lines += [f"•  {self._line(one)}" for one in comparison.differences]
        if (before.counts, before.co2e_kg) == (now.counts, now.co2e_kg):
            lines.append(self.tr("The rows were checked again; they come out the same."))
        else:
            lines.append(
                self.tr("The rows were checked again: %1 with %2, before it was %3 with %4.")
                .replace("%1", self._ready(now.counts.valid))
                .replace("%2", self._formats.co2e(now.co2e_kg))
                .replace("%3", self._formats.number(before.counts.valid))
                .replace("%4", self._formats.co2e(before.co2e_kg))
            )
        return "\n".join(lines)

    def _ready(self, rows: int) -> str:
        return self._formats.counted(self.tr("%n ready", "", rows), rows)

    def _line(self, difference: Difference) -> str:
        what, rows = self._change(difference.change), difference.rows
        if not rows:
            return what
        count = self._formats.counted(self.tr("%n rows", "", rows), rows)
        return f"{what} ({count})"

    def _change(self, change: ReferenceChange) -> str:
        if change.subject is ChangeSubject.PUBLISHED_YEAR:
            text = (
                self.tr("%1: the year %2 was published and takes no more rows")
                if change.after
                else self.tr("%1: the year %2 can be edited again")
            )
            return text.replace("%1", change.name).replace("%2", change.after or change.before)
        before, after = self._value(change.before, change), self._value(change.after, change)
        if change.aspect == "archived":
            text = self.tr("Laboratory %1 was archived")
        elif not change.after and not change.aspect:
            text = self._gone(change.subject)
        else:
            text = self.tr("%1: %2 → %3").replace("%2", before).replace("%3", after)
        return text.replace("%1", self._named(change))

    def _gone(self, subject: ChangeSubject) -> str:
        match subject:
            case ChangeSubject.FACTOR:
                return self.tr("Emission factor %1 is no longer there")
            case ChangeSubject.LABORATORY:
                return self.tr("Laboratory %1 is no longer there, or no longer open to you")
            case _:
                return self.tr("%1 is no longer there")

    def _named(self, change: ReferenceChange) -> str:
        """What changed, as the subject of the line; the code alone where the line says the rest."""
        if (not change.after and not change.aspect) or change.aspect == "archived":
            return change.name
        match change.subject:
            case ChangeSubject.FACTOR:
                aspect = field_word(self._messages, change.aspect)
                return self.tr("Emission factor %1").replace("%1", f"{change.name}, {aspect}")
            case ChangeSubject.RATE:
                return self.tr("Exchange rate %1").replace("%1", change.name)
            case ChangeSubject.ROLE:
                return self.tr("Your role in %1").replace("%1", change.name)
            case ChangeSubject.VALUE_MAPPING:
                return self.tr("Meaning of “%1”").replace("%1", change.name)
            case _:
                return change.name

    def _value(self, text: str, change: ReferenceChange) -> str:
        if not text:
            return "–"
        if change.subject is ChangeSubject.ROLE:
            return role_word(Role(text))
        try:
            return self._formats.number(Decimal(text))
        except InvalidOperation:
            return text
