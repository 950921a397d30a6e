"""What is marked in the text."""

from PySide6.QtGui import QTextCharFormat, QTextFormat

from factcheck.gui import theme
from factcheck.operations import claims

Underline = QTextCharFormat.UnderlineStyle


def marked(desk):
    """Words, underline and whether there is a tint, for every mark but outlines."""
    found = []
    for selection in desk.view.extraSelections():
        if selection.format.hasProperty(QTextFormat.Property.OutlinePen):
            continue
        has_tint = selection.format.hasProperty(QTextFormat.Property.BackgroundBrush)
        found.append((words_of(desk, selection), selection.format.underlineStyle(), has_tint))
    return found


def words_of(desk, selection) -> str:
    to_text = desk.view.shown.positions.to_text
    cursor = selection.cursor
    start, end = to_text(cursor.selectionStart()), to_text(cursor.selectionEnd())
    return desk.workspace.article.text[start:end]


def outlined(desk):
    return [
        words_of(desk, each)
        for each in desk.view.extraSelections()
        if each.format.hasProperty(QTextFormat.Property.OutlinePen)
    ]


def tints(desk):
    return [each.format.background().color() for each in desk.view.extraSelections()]


def test_claims_are_marked_by_verdict(desk):
    desk.claim("10 آلاف جندي", "false", kind="quantity")
    desk.claim("يونيو 2024", "true")
    desk.claim("٤٨ سفينة")
    assert marked(desk) == [
        ("10 آلاف جندي", Underline.WaveUnderline, True),
        ("يونيو 2024", Underline.SingleUnderline, True),
        ("٤٨ سفينة", Underline.NoUnderline, True),
    ]


def test_a_changed_verdict_changes_the_mark(desk):
    claim = desk.claim("10 آلاف جندي", "false")
    desk.rate(claim.id, "true")
    desk.settle()
    assert marked(desk)[0][1] == Underline.SingleUnderline
    desk.workspace.undo()
    desk.settle()
    assert marked(desk)[0][1] == Underline.WaveUnderline


def test_suggestions_are_dotted_and_dismissed_ones_are_not_shown(desk):
    desk.claim("10 آلاف جندي", state="suggested", rule="quantity")
    dismissed = desk.claim("يونيو 2024", state="suggested", rule="date")
    desk.workspace.run(claims.edit_claims, claim_ids=[dismissed.id], values={"state": "dismissed"})
    desk.settle()
    assert marked(desk) == [("10 آلاف جندي", Underline.DotLine, False)]


def test_where_claims_overlap_the_gravest_gives_the_tint_and_the_innermost_the_line(desk):
    outer = desk.claim("أكثر من 10 آلاف جندي وصلوا", "false")
    inner = desk.claim("10 آلاف جندي", "true")
    marks = desk.view.shown.marks
    before, both, after = desk.view.extraSelections()
    assert [words_of(desk, each) for each in (before, both, after)] == [
        "أكثر من ",
        "10 آلاف جندي",
        " وصلوا",
    ]
    assert both.format.background().color() == marks.of(desk.workspace.claim(outer.id)).overlap
    assert both.format.underlineColor() == marks.of(desk.workspace.claim(inner.id)).line
    assert before.format.background().color() == marks.of(desk.workspace.claim(outer.id)).tint


def test_the_selected_claim_is_outlined_as_a_whole(desk):
    outer = desk.claim("أكثر من 10 آلاف جندي وصلوا", "false")
    desk.claim("10 آلاف جندي", "true")
    assert outlined(desk) == []
    desk.workspace.select_claim(outer.id)
    desk.settle()
    assert outlined(desk) == ["أكثر من 10 آلاف جندي وصلوا"]


def test_only_what_is_in_view_is_marked(empty_desk):
    desk = empty_desk
    desk.open("\n".join(f"الفقرة {number} من النص وفيها كلام" for number in range(200)))
    desk.claim("الفقرة 3 ")
    desk.claim("الفقرة 198 ")
    assert [each[0] for each in marked(desk)] == ["الفقرة 3 "]
    bar = desk.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.settle()
    assert [each[0] for each in marked(desk)] == ["الفقرة 198 "]


def test_an_emoji_before_or_in_a_claim_moves_nothing(desk):
    desk.claim("شاركت 😀 في", "false")
    desk.claim("WHO said")
    assert [each[0] for each in marked(desk)] == ["شاركت 😀 في", "WHO said"]


def test_marks_follow_the_theme(desk, qapp):
    desk.claim("10 آلاف جندي", "false")
    light = tints(desk)[0]
    theme.apply(qapp, "dark", 100)
    desk.settle()
    assert tints(desk)[0].lightness() < light.lightness() / 2


def test_the_document_itself_is_never_touched(desk):
    desk.claim("10 آلاف جندي", "false")
    block = desk.view.document().begin()
    assert len(block.textFormats()) == 1
    assert not block.textFormats()[0].format.hasProperty(QTextFormat.Property.BackgroundBrush)
