"""The sentences that hold something to check and that nobody has dealt with.

`keys.Coverage` is the only name other packages use. It knows the workspace and what
`factcheck.gui.examiner` knows; the article is told by signals what to show and to mark.
"""
