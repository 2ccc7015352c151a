"""What several pages read of the library: its notices, read once."""

from flask import current_app

from drafter.desk.app import opened
from drafter.desk.shelved import Notices, Shelved

_EXTENSION = "desk-notices"


def shelved() -> Shelved:
    """The notices of the library as they are now."""
    notices: Notices = current_app.extensions.setdefault(_EXTENSION, Notices())
    return notices.of(opened().workspace.library)
