"""Somebody else in a process of their own: `python other_person.py FILE CLAIM NOTE`.

Waits for a line on its input, writes the note, and says `written` when that is committed.
"""

import sys
from pathlib import Path
from uuid import UUID, uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))


def main() -> None:
    from factcheck.operations import claims
    from factcheck.storage.store import Store

    path, claim_id, note = sys.argv[1:]
    store = Store.open(Path(path), actor="نورة", replica=str(uuid4()))
    print("ready", flush=True)
    sys.stdin.readline()
    with store.write("edit_claims") as session:
        claims.edit_claims(session, claim_ids=[UUID(claim_id)], values={"note": note})
    print("written", flush=True)
    store.close()


if __name__ == "__main__":
    main()
