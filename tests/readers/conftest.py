"""What the tests of the readers share."""

import pytest

from drafter.readers import isolation


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice starts slowly where many tests share a machine: that is no fault of the file it reads."""
    monkeypatch.setitem(isolation._OFFICE_SECONDS, "small", 90.0)
    monkeypatch.setattr(isolation, "_SECONDS", 60.0)
