"""Holds a database file for some seconds: `python locker.py FILE SECONDS MODE`.

MODE is `IMMEDIATE` (others can read) or `EXCLUSIVE` (nobody can). Says `held` and `free`.
"""

import sqlite3
import sys
import time


def main() -> None:
    path, seconds, mode = sys.argv[1], float(sys.argv[2]), sys.argv[3]
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.execute(f"BEGIN {mode}")
    print("held", flush=True)
    time.sleep(seconds)
    connection.execute("ROLLBACK")
    print("free", flush=True)
    connection.close()


if __name__ == "__main__":
    main()
