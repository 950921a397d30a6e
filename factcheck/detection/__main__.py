"""``python -m factcheck.detection --jsonl < requests.jsonl > answers.jsonl``; see `jsonl`."""

import sys

from factcheck.detection.jsonl import answers

_USAGE = "usage: python -m factcheck.detection --jsonl < requests > answers\n"


def main(arguments: list[str]) -> int:
    """Answer the lines of standard input; 0 when done, 2 when called wrongly."""
    if arguments != ["--jsonl"]:
        sys.stderr.write(_USAGE)
        return 2
    lines = (raw.decode("utf-8", "surrogateescape") for raw in sys.stdin.buffer)
    for answer in answers(lines):
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
