"""The one script for people who use or change factcheck; needs nothing but Python.

    python3 packaging/dev.py run [arguments of factcheck]    # the desk; sets everything up first
    python3 packaging/dev.py test                            # every check, as the CI does
    python3 packaging/dev.py test tests/text -k hamza        # only pytest, with these arguments
    python3 packaging/dev.py test --campaign | --benchmark   # only the long runs, only the figures
    python3 packaging/dev.py lock [--upgrade]                # pyproject.toml -> the lock files

This file stays readable for old Pythons, so that they can say what is missing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is where an old Python finds out
    sys.exit("factcheck needs Python 3.11 or newer; this is %s." % sys.version.split()[0])  # noqa: UP031

import development

if __name__ == "__main__":
    sys.exit(development.main(sys.argv[1:]))
