"""What the program stands on while it runs: paths, settings, files, logs, language, crash reports.

May import the standard library and appdirs. Deliberately not here: anything about articles and
claims (`factcheck.domain`), letters (`factcheck.text`), windows (`factcheck.gui`). Nothing in
this package raises a `UserError`: failures of the file system come out as `OSError`, and whoever
called turns them into a sentence.
"""
