"""The command line: every operation for scripts and for machines without a screen.

`parser.COMMANDS` is the table of all commands; each names the function that runs it, and only the
module of the chosen command is loaded, so that help needs neither Qt nor SQLAlchemy. May import
everything below `factcheck.gui`. Deliberately not here: windows. What needs the desk is handed in
by `factcheck.__main__` as plain functions (`call.Windows`).
"""
