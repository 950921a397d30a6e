"""The desk: windows, panels and dialogs of the desktop program.

Every view shows what `workspace.Workspace` holds and refreshes from its one signal `changed`;
nothing here edits a record but through `Workspace.run`. Feature folders (`library`, `article`,
`claims`, `review`, `reporting`) do not know each other; what they share is `workspace`,
`shortcuts`, `theme`, `icons` and `widgets`. `main` is the only place that puts them together.

Importing the package must stay cheap: the first window is painted before SQLAlchemy is imported.
"""
