"""Edits a meaning by a list of what it may be, found by typing any part of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from co2desk.importing.answers import Answer
from co2desk.models.words_model import ANSWERS_ROLE
from co2desk.views.imports.wizard.answer_text import answer_text, answer_value
from co2desk.views.widgets.cell_delegate import CellDelegate
from co2desk.views.widgets.completion import Completion

Index = QModelIndex | QPersistentModelIndex


class AnswerDelegate(CellDelegate):
    """An editable box where a cell has answers; a cell without any takes any text."""

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        """A box with the answers of the cell."""
        answers: Sequence[Answer] = index.data(ANSWERS_ROLE) or ()
        if not answers:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setObjectName("answer_box")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItems([answer_text(one) for one in answers])
        Completion(box)
        box.activated.connect(self._done)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell means now."""
        if not isinstance(editor, QComboBox):
            super().setEditorData(editor, index)
            return
        meaning = str(index.data(Qt.ItemDataRole.EditRole) or "")
        texts = [answer_value(editor.itemText(at)) for at in range(editor.count())]
        editor.setCurrentIndex(texts.index(meaning) if meaning in texts else -1)
        if meaning not in texts:
            editor.setEditText(meaning)
        line = editor.lineEdit()
        if line is not None:
            line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the value of what was chosen or typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, answer_value(editor.currentText()))
        else:
            super().setModelData(editor, model, index)

    def _done(self, _at: int) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
