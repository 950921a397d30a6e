"""The title of the article, and where and when it appeared."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from factcheck.domain.article import Article
from factcheck.gui import theme
from factcheck.gui.article.wording import article_line
from factcheck.runtime.settings import Settings
from factcheck.text.isolation import isolate


class Heading(QWidget):
    """Two lines above the text; the second is left out where nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("articleTitle")
        self.line = QLabel()
        self.line.setObjectName("articleLine")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        layout.setSpacing(0)
        for label in (self.title, self.line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        self.restyle()

    def show_article(self, article: Article | None, settings: Settings) -> None:
        """Show what is known of `article`."""
        self.title.setText(isolate(article.title) if article else "")
        line = article_line(article, settings) if article else ""
        self.line.setText(line)
        self.line.setVisible(bool(line))

    def restyle(self) -> None:
        """Take the theme and the text size in use."""
        self.title.setFont(theme.title_font())
        self.line.setFont(theme.small_font())
        colours = self.line.palette()
        colours.setColor(self.line.foregroundRole(), theme.current().muted)
        self.line.setPalette(colours)
