"""People at the keyboard of the real window; the desk is opened as in the tests of the GUI."""

from tests.gui.conftest import open_desk, paths

__all__ = ["open_desk", "paths"]
