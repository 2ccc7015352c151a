"""Steps, undos and redos of a draft by a word, here or in another process that is fed a line each."""

import json
import sys
from pathlib import Path

from drafter.drafting import draft_file
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.notice import Form


def small_draft(title: str, length: int = 1) -> Draft:
    """A draft of few lines; `length` is how often its opening says the title."""
    opening = (f"{title}。" * length,)
    return Draft(place="甲区", issuer="甲区人民政府办公室", year=2027, form=Form.DIRECT, title=title, opening=opening)


def operate(kind: str, path: Path, title: str, length: int) -> str:
    """Take a step (title and length of the opening), undo or redo; what it was, or the name of the error."""
    try:
        if kind == "undo":
            return draft_file.undo(path)
        if kind == "redo":
            return draft_file.redo(path)
        draft_file.change(path, title, lambda _: small_draft(title, length))
    except DrafterError as error:
        return type(error).__name__
    return title


if __name__ == "__main__":
    for line in sys.stdin:
        kind, path, title, length = json.loads(line)
        print(json.dumps(operate(kind, Path(path), title, length)), flush=True)  # noqa: T201 - the answer
