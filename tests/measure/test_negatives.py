"""Each fault put into a finished notice turns its own row red, and no other than those declared with it."""

from pathlib import Path

import pytest

from drafter import render
from drafter.library import Library
from drafter.measure import measure_all, xml_rules
from drafter.model.notice import Format
from drafter.model.results import Measurement
from drafter.render import Templates
from tests.measure import (  # noqa: F401 - the two modules enter their faults
    breaking,
    breaks_of_head_and_text,
    breaks_of_signature_and_foot,
)

COPIES = ("区委各部门", "区人大常委会办公室", "区政协办公室", "区监委", "区法院", "区检察院", "区人武部", "各群众团体")


def red(measurement: Measurement) -> set[str]:
    return {one.rule for one in measurement.red}


def red_by_ink(measurement: Measurement, path: Path, in_format: str) -> set[str]:
    """The rules whose rows turned red on the page, those told from the XML left aside."""
    by_xml = {(one.rule, one.name) for one in xml_rules.judge(path, Format(in_format))}
    return {one.rule for one in measurement.red if (one.rule, one.name) not in by_xml}


@pytest.mark.long
def test_each_break_turns_exactly_its_row_red(tmp_path: Path, library: Library, templates: Templates) -> None:
    notice = library.notice("临淄区-2026").replaced(copies_to=COPIES)
    whole = {one.value: render.docx(notice, templates, in_format=one).data for one in Format}
    paths = [tmp_path / f"{name}.docx" for name in whole]
    for path, data in zip(paths, whole.values(), strict=True):
        path.write_bytes(data)
    for number, one in enumerate(breaking.BREAKS):
        parts = breaking.Parts(whole[one.format])
        one.change(parts)
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(parts.packed())
    sound, broken = measure_all(paths[: len(whole)]), measure_all(paths[len(whole) :])
    assert [red(one) for one in sound] == [set(), set()], [one.red for one in sound]
    faults = []
    for one, found, path in zip(breaking.BREAKS, broken, paths[len(whole) :], strict=True):
        seen = red_by_ink(found, path, one.format)
        if one.rule not in seen or red(found) - {one.rule} - one.also:
            faults.append((one.name, one.format, one.rule, [(row.rule, row.name, row.got) for row in found.red]))
    assert not faults, "\n".join(map(str, faults))


def test_there_are_breaks_enough() -> None:
    assert len(breaking.BREAKS) >= 25
    assert len({one.rule for one in breaking.BREAKS}) >= 25
