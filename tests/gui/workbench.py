"""A workspace on a real file, with a small article of own sentences and a few claims."""

from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import ClaimDraft, ClaimKind, WorkState
from factcheck.gui import theme
from factcheck.gui.actions import Actions
from factcheck.gui.workspace import Workspace
from factcheck.operations import articles, claims
from factcheck.runtime.settings import Settings
from factcheck.storage.store import Store
from factcheck.text.anchoring import make_anchor
from tests.records import new_record

TEXT = """أعلنت الوزارة أن أكثر من 10 آلاف متطوع شاركوا في الحملة خلال يونيو 2024.
وقالت المديرة: «لم نسجل أي إصابة هذا العام»، وفقًا لبيان المستشفى.
WHO reported that 35% of clinics had reopened.
وارتفعت الأسعار 7.4 بالمئة في أسبوعين."""

WORDS = (
    ("أكثر من 10 آلاف متطوع", ClaimKind.QUANTITY),
    ("خلال يونيو 2024", ClaimKind.DATE),
    ("«لم نسجل أي إصابة هذا العام»", ClaimKind.QUOTE),
    ("WHO reported that 35% of clinics had reopened", ClaimKind.ATTRIBUTION),
)
SUGGESTED = ("وارتفعت الأسعار 7.4 بالمئة", ClaimKind.QUANTITY)


def open_workspace(path):
    """Open the file at `path` in a workspace, making it first where it is missing."""
    settings = Settings(reviewer="سلمى")
    QApplication.instance().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.apply(QApplication.instance(), "light", 100)
    workspace = Workspace(settings)
    if not path.exists():
        new_record(path)
    workspace.attach(Store.open(path, actor="سلمى", replica=settings.replica))
    workspace.refused = []
    workspace.failed.connect(workspace.refused.append)
    return workspace


def add_article(workspace):
    """Add the article, open it and make the claims; returns their ids in the order of the text."""
    added = workspace.run(articles.add_article, draft=ArticleDraft("حملة الصيف", TEXT))
    workspace.open_article(added.created)
    workspace.run(
        claims.add_claims,
        article_id=added.created,
        drafts=[ClaimDraft(anchor_of(words), kind) for words, kind in WORDS],
    )
    return [claim.id for claim in workspace.claims]


def suggest(workspace, words=SUGGESTED[0], kind=SUGGESTED[1]):
    """Add a suggestion and return its id."""
    before = {claim.id for claim in workspace.claims}
    draft = ClaimDraft(anchor_of(words), kind, WorkState.SUGGESTED, rule="quantity.percent")
    workspace.run(claims.add_claims, article_id=workspace.article.id, drafts=[draft])
    return next(claim.id for claim in workspace.claims if claim.id not in before)


def anchor_of(words):
    """Return the anchor of words of the article."""
    start = TEXT.index(words)
    return make_anchor(TEXT, start, start + len(words))


@contextmanager
def workbench(tmp_path):
    """Yield a workspace with the article open; the ids of its claims are `workspace.ids`."""
    workspace = open_workspace(tmp_path / "bench.factcheck")
    workspace.ids = add_article(workspace)
    yield workspace
    workspace.close()


def emitted(signal):
    """Return a list that fills with what `signal` carries."""
    seen = []
    signal.connect(lambda *values: seen.append(values[0] if values else None))
    return seen


def show_in_window(qtbot, panel, width, height):
    """Show a panel in a window that has its keys; returns the panel."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(panel)
    Actions(window).bind(panel.commands())
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return panel
