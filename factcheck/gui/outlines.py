"""Edges of controls for the high-contrast theme.

Fusion draws an edge in a darker shade of the window's colour, and black has none.
"""

from PySide6.QtGui import QPalette

from factcheck.runtime.resources import resource


def outlines(palette: QPalette) -> str:
    """Return a style sheet that draws the edges of controls in the colours of `palette`."""
    role = QPalette.ColorRole
    line, accent, on_accent, paper = (
        palette.color(each).name()
        for each in (role.Text, role.Highlight, role.HighlightedText, role.Base)
    )
    fields = "QLineEdit, QTextEdit, QPlainTextEdit, QAbstractItemView, QComboBox"
    focused = ", ".join(f"{each}:focus" for each in f"{fields}, QPushButton".split(", "))
    check = resource("icons", "contrast", "check.svg").as_posix()
    down = resource("icons", "contrast", "down.svg").as_posix()
    return f"""
        {fields}, QPushButton {{ border: 1px solid {line}; border-radius: 3px; }}
        QLineEdit, QComboBox {{ padding: 3px 5px; }}
        QPushButton {{ padding: 4px 12px; background: {paper}; }}
        {focused} {{ border: 2px solid {accent}; }}
        QPushButton:default {{ border: 2px solid {accent}; }}
        QPushButton:disabled {{ border-style: dotted; }}
        QComboBox::drop-down {{ border: none; width: 18px; }}
        QComboBox::down-arrow {{ image: url({down}); width: 12px; height: 12px; }}
        QCheckBox::indicator {{ border: 1px solid {line}; width: 16px; height: 16px; }}
        QCheckBox::indicator:checked {{ image: url({check}); }}
        QCheckBox:focus {{ color: {accent}; }}
        QMenu {{ border: 1px solid {line}; }}
        QMenu::item:selected, QMenuBar::item:selected {{
            background: {accent}; color: {on_accent};
        }}
        QToolTip {{ border: 1px solid {line}; color: {line}; background: {paper}; }}
    """
