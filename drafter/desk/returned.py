"""A Word file that came back, sent to the desk: read from a folder of its own that is removed again."""

import tempfile
from pathlib import Path
from typing import Any

from drafter.desk import uploads
from drafter.errors import DrafterError, NotUnderstood, UnfitValue
from drafter.handover import absorb
from drafter.handover.absorb import Returned
from drafter.model.draft import Draft
from drafter.render import Templates

_NAME = "returned.docx"


def read(data: bytes, name: str, draft: Draft, templates: Templates) -> Returned:
    """What a file changes in the draft; `name` is how messages call it. Raises NotUnderstood, UnfitValue."""
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / _NAME
        path.write_bytes(data)
        try:
            return absorb.read(path, draft, templates)
        except DrafterError as error:
            kind = NotUnderstood if isinstance(error, NotUnderstood) else UnfitValue
            raise kind(error.message.replace(str(path), name).replace(_NAME, name)) from error


def name_of(given: str | None) -> str:
    """The name of a file that was sent, as messages call it."""
    return uploads.shown(given or "")


def shown(returned: Returned) -> dict[str, Any]:
    """What a file changes as the page shows it."""
    fields = {"key", "kind", "place", "what", "old", "new", "pieces", "notes"}
    return {
        "changes": [one.model_dump(mode="json", include=fields) for one in returned.changes],
        "unplaced": list(returned.unplaced),
        "notes": list(returned.notes),
    }
