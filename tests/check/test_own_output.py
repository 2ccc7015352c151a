"""What our own tool makes is clean under its own check: notices in both forms and formats, and a new draft."""

from pathlib import Path

import pytest

from drafter import check, drafting, readers, render
from drafter.library import Library
from drafter.model.finding import Severity
from drafter.model.notice import Format
from drafter.render import Templates
from tests.check import cases

_CLEAN = ("info",)


@pytest.mark.parametrize("base", ["issue", "direct"])
@pytest.mark.parametrize("in_format", list(Format))
def test_a_document_of_ours_reads_back_without_a_fault(
    base: str, in_format: Format, library: Library, templates: Templates, tmp_path: Path
) -> None:
    notice = cases.clean(base).replaced(format=in_format)
    if in_format is Format.FILE:
        notice = notice.replaced(imprint_organ=notice.issuer, imprint_date=notice.date)
    path = tmp_path / "通知.docx"
    render.docx(notice, templates, in_format=in_format).save(path)
    reading = readers.read(path)
    found = check.run(reading.notice, library=library, problems=reading.problems, document=path)
    assert [(one.rule, one.message) for one in found if one.severity.value not in _CLEAN] == []


@pytest.mark.parametrize("base", ["issue", "direct"])
def test_a_document_with_its_days_blank_lacks_the_days_alone(
    base: str, library: Library, templates: Templates, tmp_path: Path
) -> None:
    notice = cases.clean(base).replaced(format=Format.FILE, date=None, imprint_date=None)
    path = tmp_path / "通知.docx"
    render.docx(notice, templates, in_format=Format.FILE).save(path)
    reading = readers.read(path)
    assert reading.notice.closing == notice.closing
    assert reading.notice.imprint_organ == notice.issuer
    assert {one.code for one in reading.problems} == {"date-blank"}
    found = check.run(reading.notice, library=library, problems=reading.problems, document=path)
    assert {one.rule for one in found if one.severity.value not in _CLEAN} <= {"signature-missing", "date-blank"}


@pytest.mark.parametrize("base", ["issue", "direct"])
def test_next_years_draft_of_a_clean_notice_is_clean(base: str, library: Library) -> None:
    notice = cases.clean(base)
    draft = drafting.new(2027, library.place_of(notice.issuer), library, notice)
    found = check.run(draft, library=library, against=notice)
    assert [(one.rule, one.message) for one in found if one.severity is not Severity.INFO] == []
