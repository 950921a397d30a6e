"""A desk that types into the note of a claim until somebody kills it.

Run as `python typing_child.py HOME`; says on its output how far it is.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))


def main() -> None:
    from PySide6.QtCore import QTimer

    from factcheck.gui import application
    from factcheck.gui.ending import Ending
    from factcheck.gui.main import DeskSession
    from factcheck.gui.widgets.settling_edit import SettlingEdit
    from factcheck.runtime.launching import DeskOptions
    from factcheck.runtime.paths import Paths
    from factcheck.runtime.settings import Settings
    from tests.gui.keyboard import type_text

    paths = Paths.under(Path(sys.argv[1]))
    paths.make_folders()
    settings = Settings.load(paths.settings_file)
    app = application.create(settings)
    session = DeskSession(app, DeskOptions(paths, settings, paths.database))

    def say(word: str) -> None:
        print(word, flush=True)

    def begin() -> None:
        if session.desk is None:
            QTimer.singleShot(20, begin)
            return
        workspace = session.workspace
        workspace.select_claim(workspace.claims[0].id)
        field = session.window.findChild(SettlingEdit, "notesEdit")
        field.setFocus()
        type_text("سطر محفوظ", field)
        say("typed")
        workspace.changed.connect(lambda _changes: more(field))

    def more(field: SettlingEdit) -> None:
        say("settled")
        type_text(" وبقية لم تستقر", field)
        say("typed more")

    QTimer.singleShot(0, begin)
    session.start()
    Ending(app)
    app.exec()


if __name__ == "__main__":
    main()
