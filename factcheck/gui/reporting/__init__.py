"""Getting the record out of the program: reports and sheets."""
