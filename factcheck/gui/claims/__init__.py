"""The list of claims: its rows, what filters and orders them, how a row is drawn.

`panel.ClaimListPanel` is the only name other packages use. The list shows claims and selects them;
what a claim holds is edited in `factcheck.gui.review`.
"""
