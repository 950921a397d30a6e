"""The library page on a file with three articles."""

import pytest
from PySide6.QtWidgets import QApplication

from factcheck.domain.article import ArticleDraft
from factcheck.gui import application
from factcheck.gui.library.view import LibraryView
from factcheck.gui.workspace import Workspace
from factcheck.gui.writing import PATIENCE
from factcheck.operations import articles
from factcheck.runtime.settings import Settings
from factcheck.storage.store import Store
from tests.records import new_record

ARTICLES = (
    ("افتتاح المكتبة الكبرى", "المرصد", "2025-07-14", "حضر الافتتاح 120 ضيفًا من ثلاث مدن."),
    ("WHO warns of a shortage", "The Post", "2025-07", "The agency said 3 of 10 clinics closed."),
    ("أسعار الخبز ترتفع", "المرصد", "", "ارتفع سعر الرغيف بنسبة ٧ في المئة في المدينة."),
)


@pytest.fixture
def workspace(qapp, tmp_path):
    settings = Settings(reviewer="هدى")
    application.create(settings)
    made = Workspace(settings)
    made.attach(
        Store.open(
            new_record(tmp_path / "lib.sqlite"),
            actor="هدى",
            replica=settings.replica,
            patience=PATIENCE,
        )
    )
    made.refused = []
    made.failed.connect(made.refused.append)
    yield made
    made.close()


@pytest.fixture
def filled(workspace):
    for title, outlet, published, text in ARTICLES:
        draft = ArticleDraft(title=title, text=text, outlet=outlet, published=published)
        workspace.run(articles.add_article, draft=draft)
    return workspace


@pytest.fixture
def library(filled, qtbot):
    view = LibraryView(filled)
    qtbot.addWidget(view)
    view.resize(1100, 500)
    view.show()
    view.activateWindow()
    view.table.setFocus()
    QApplication.processEvents()
    return view
