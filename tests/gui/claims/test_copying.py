from PySide6.QtWidgets import QApplication

from tests.gui.keyboard import press
from tests.gui.workbench import emitted


def test_the_selected_claim_is_copied_as_text(workspace, panel):
    workspace.select_claim(workspace.ids[1])
    said = emitted(workspace.said)
    press("Ctrl+Shift+C")
    text = QApplication.clipboard().text()
    assert text.startswith("2. ")
    assert workspace.claim(workspace.ids[1]).anchor.exact in text
    assert said == ["نُسخ الادعاء نصًّا."]


def test_without_a_claim_nothing_is_copied(workspace, panel):
    QApplication.clipboard().setText("قبل")
    workspace.select_claim(None)
    press("Ctrl+Shift+C")
    assert QApplication.clipboard().text() == "قبل"
