"""The article being checked: its text, its highlights, its margin, finding and making claims.

Reads `factcheck.gui.workspace` and is refreshed by its signals; changes go through
`workspace.run`. Deliberately not here: the list and the panel of a claim (`factcheck.gui.claims`,
`factcheck.gui.review`). Offsets are code points everywhere but in calls to Qt, which counts UTF-16
units; `positions.py` is the one place that converts.
"""
