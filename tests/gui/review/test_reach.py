"""Every field can be reached and is named, in the order in which it stands."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from factcheck.operations import evidence
from tests.gui.workbench import suggest


def reachable(panel):
    """Return what Tab stops at inside the panel, in its order."""
    found, widget = [], panel.nextInFocusChain()
    while widget is not panel:
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and panel.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


@pytest.fixture
def full(workspace, panel):
    """The panel with everything open: evidence, its form, history."""
    draft = evidence.EvidenceDraft(title="بيان", url="https://example.org/")
    workspace.run(evidence.add_evidence, claim_id=workspace.ids[0], draft=draft)
    panel.evidence.list.setFocus()
    panel.history.toggle.setChecked(True)
    return panel


def test_every_stop_has_a_name(workspace, full):
    workspace.select_claim(suggest(workspace))
    workspace.select_claim(workspace.ids[0])
    for widget in reachable(full):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget.objectName() or widget


def test_tab_goes_down_the_panel(qtbot, full):
    content = full._content
    qtbot.waitUntil(full.evidence.form.isVisible)
    places = [each.mapTo(content, QPoint(0, 0)).y() for each in reachable(full)]
    assert len(places) > 20
    steps_back = [(above, below) for above, below in pairwise(places) if below < above]
    assert not steps_back


def test_no_two_fields_of_the_panel_share_an_object_name(full):
    names = [each.objectName() for each in full.findChildren(QWidget)]
    own = [name for name in names if name and not name.startswith("qt_")]
    assert len(own) == len(set(own))
