"""A fix is called safe only where no figure is changed, also none that reaches beyond what is replaced."""

import pytest

from drafter.check.same_figures import keeps_figures, same_figures


@pytest.mark.parametrize(("old", "new"), [("3千5百", "3千500"), ("1万5千", "1万5000"), ("3千5百", "3500")])
def test_a_number_of_several_groups_is_never_the_same_as_another(old: str, new: str) -> None:
    assert not same_figures(old, new)
    assert same_figures(old, old)


@pytest.mark.parametrize(
    ("text", "old", "new", "kept"),
    [
        ("服务3千5百人次", "5百", "500", False),
        ("投入1万5千元", "5千", "5000", False),
        ("服务5百人次", "5百", "500", True),
        ("投入3百万元", "3百万", "300万", True),
        ("共10 000人", " ", "", False),
        ("共10 人", " ", "", True),
    ],
)
def test_the_figure_that_a_fix_would_cut_is_looked_at_whole(text: str, old: str, new: str, kept: bool) -> None:  # noqa: FBT001 - a parameter
    start = text.index(old)
    assert keeps_figures(text, start, start + len(old), new) is kept
