"""From a pasted text to nothing uncovered, at the keyboard, with the layout of each language."""

import pytest
from PySide6.QtWidgets import QToolButton

from factcheck.domain.claim import NOTHING, WorkState
from tests.gui.conftest import settle
from tests.journeys.hands import Hands

TEXTS = {
    "ar": (
        "حريق الغابة يقترب من القرية",
        "أعلنت البلدية إجلاء أكثر من 300 أسرة من القرية.",
        "واندلع الحريق في 4 آب 2023 قرب النبع.",
        "وقال قائد الإطفاء: «سنسيطر على الحريق قبل الفجر».",
        "وارتفعت درجة الحرارة إلى 41 درجة مئوية.",
    ),
    "en": (
        "Forest fire nears the village",
        "The town said it had moved more than 300 families out of the village.",
        "The fire broke out on 4 August 2023 near the spring.",
        'The fire chief said: "We will have it under control before dawn."',
        "The temperature rose to 41 degrees.",
    ),
}
ALL_COVERED = {"ar": "كل الجمل مغطاة", "en": "All covered"}


def meter(session):
    return session.window.findChild(QToolButton, "coverageMeter")


def take_in(hands, lines):
    hands.press("Ctrl+N")
    hands.type("\n".join(lines))
    hands.press("Tab", "Return")
    assert hands.session.workspace.article.title == lines[0]


def suggested(workspace):
    return [each for each in workspace.claims if each.state is WorkState.SUGGESTED]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("key", ["F5", "P"])
def test_propose_answer_and_cover(open_desk, qtbot, language, key):
    session = open_desk(language=language, reviewer="هدى")
    hands, workspace = Hands(session, layout=language), session.workspace
    take_in(hands, TEXTS[language])
    hands.press(key)
    qtbot.waitUntil(lambda: bool(suggested(workspace)), timeout=20_000)
    settle()
    first = suggested(workspace)
    assert len(first) >= 4
    assert str(len(first)) in session.window.frame.message_bar.text
    waiting = meter(session).text()
    assert meter(session).isVisible()

    # In the text: Enter takes a suggestion and goes on, Delete puts one aside.
    hands.press("S", "Alt+A")
    families = workspace.selected_claim
    assert "300" in families.anchor.exact or families.anchor.start == 0
    hands.press("Return", "Del")
    states = [workspace.claim(each.id).state for each in first[:2]]
    assert states == [WorkState.OPEN, WorkState.DISMISSED]
    assert workspace.selected == first[2].id
    assert workspace.claim(first[0].id).claimed == first[0].claimed
    qtbot.waitUntil(lambda: meter(session).text() != waiting)

    # In the list: A takes one, and undo gives it back.
    hands.press("Alt+L", "A")
    assert workspace.claim(first[2].id).state is WorkState.OPEN
    hands.press("Ctrl+Z")
    assert workspace.claim(first[2].id).state is WorkState.SUGGESTED

    # Proposing again adds and revives nothing.
    before = workspace.claims
    hands.press(key)
    settle()
    assert workspace.claims == before

    cover_the_rest(hands, qtbot, language)
    marks = [each for each in workspace.claims if each.rule == NOTHING]
    assert len(marks) >= 2
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: meter(session).text() != ALL_COVERED[language])


def cover_the_rest(hands, qtbot, language):
    """Go from one uncovered sentence to the next; a claim of one, nothing in the others."""
    session = hands.session
    keys = iter([("F7", "M"), *[("N",)] * 10])
    while meter(session).text() != ALL_COVERED[language]:
        before = meter(session).text()
        pressed = next(keys)
        hands.press(*pressed)
        qtbot.waitUntil(lambda told=before: meter(session).text() != told)
        if pressed[0] == "F7":
            hands.press("F7")
    assert suggested(session.workspace) == []


@pytest.mark.parametrize("language", TEXTS)
def test_new_articles_are_proposed_by_themselves_where_wanted(open_desk, qtbot, language):
    session = open_desk(language=language, reviewer="هدى", detect_on_import=True)
    hands = Hands(session, layout=language)
    take_in(hands, TEXTS[language])
    qtbot.waitUntil(lambda: bool(suggested(session.workspace)), timeout=20_000)
    assert session.workspace.undo() is not None
    assert session.workspace.claims == ()
