"""What every rule must say of itself."""

import re
from pathlib import Path

import pytest

from drafter import check
from drafter.check import catalogue, rules
from drafter.check.rule import Rule
from drafter.library import Library
from tests.check import cases

_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_NAMES = re.compile(
    r"GB/T|Word|WPS|PDF|units\.yaml|words/\w+\.yaml|holidays\.yaml|issuers\.yaml|themes\.yaml|--\w+|[\w.]+@[\w.]+|_GB\d+"
)


@pytest.mark.parametrize("one", catalogue.rules(), ids=lambda one: one.slug)
def test_a_rule_says_what_it_flags_why_and_by_which_source(one: Rule) -> None:
    for text in (one.name, one.flags, one.why, one.bad, one.good, one.source):
        assert text.strip() == text
        assert text
    for text in (one.name, one.flags, one.why):
        assert not _ENGLISH.search(_NAMES.sub("", text)), text
        assert not text.endswith("。")
    assert len(one.name) <= 20
    assert one.bad != one.good
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.slug)


def test_no_slug_and_no_name_is_used_twice() -> None:
    assert len({one.slug for one in catalogue.rules()}) == len(catalogue.rules())
    assert len({one.name for one in catalogue.rules()}) == len(catalogue.rules())


def test_every_folder_of_rules_is_a_family() -> None:
    here = Path(rules.__file__).parent
    folders = {path.name for path in here.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders == set(rules.GROUPS)
    assert all(group.rules for group in catalogue.groups())


@pytest.mark.parametrize("base", ["issue", "direct"])
@pytest.mark.parametrize("final", [False, True])
def test_a_clean_notice_has_no_finding(base: str, final: bool, library: Library) -> None:  # noqa: FBT001 - a parameter
    notice = cases.clean(base)
    assert check.run(notice, library=library, final=final) == ()
    assert check.run(cases.draft_of(notice), library=library, final=final) == ()
