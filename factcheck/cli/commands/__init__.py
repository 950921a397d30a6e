"""One module for each noun of the command line; each function runs one command.

A function takes a `factcheck.cli.call.Call` and returns a `factcheck.cli.output.Answer`; it prints
nothing itself. Deliberately not here: what a command may be called with (`cli.table`).
"""
