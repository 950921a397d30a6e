"""The claim panel: everything a claim holds, edited field by field.

`panel.ClaimPanel` is the only name other packages use. Each section is a widget that shows a claim
and writes what a person settles; `fields.Fields` keeps what could not be written. Which claims
there are and which is selected is the business of the workspace and of `factcheck.gui.claims`.
"""
