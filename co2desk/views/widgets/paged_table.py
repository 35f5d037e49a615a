"""A table whose rows may also come above those that are seen, which then stay where they are."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Slot
from PySide6.QtWidgets import QAbstractItemView

from co2desk.models.paged_table_model import PagedTableModel
from co2desk.views.widgets.data_table import DataTable


class PagedTable(DataTable):
    """Shows a PagedTableModel."""

    def use(self, model: QAbstractItemModel, widths: list[int], stretch: int | None = None) -> None:
        """Show a model; what comes above moves nothing that the person looks at."""
        super().use(model, widths, stretch)
        # Rows are counted, not pixels: one row more above is one step further down.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        model.rowsInserted.connect(self._rows_came)
        model.rowsRemoved.connect(self._rows_went)

    @Slot(QModelIndex, int, int)
    def _rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._stay(first, last - first + 1)

    @Slot(QModelIndex, int, int)
    def _rows_went(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._stay(first, first - last - 1)

    def _stay(self, first: int, added: int) -> None:
        model = self.model()
        if first == 0 and isinstance(model, PagedTableModel) and model.grows_upwards:
            bar = self.verticalScrollBar()
            seen = bar.value()
            self.executeDelayedItemsLayout()
            bar.setValue(max(seen + added, 0))
