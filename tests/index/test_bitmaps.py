"""Sets of clauses as bitmaps: stored and read back, added up with weights, the highest sums chosen."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from drafter.index import bitmaps

_SIZE = 3000
_sets = st.one_of(
    st.sets(st.integers(0, _SIZE - 1), max_size=5),
    st.sets(st.integers(0, _SIZE - 1), min_size=6, max_size=40),
    st.integers(2, 40).map(lambda step: set(range(0, _SIZE, step))),
)
_weighted = st.lists(st.tuples(st.sets(st.integers(0, 40), max_size=20), st.integers(0, 255)), max_size=12)


def whole(numbers: set[int]) -> int:
    return sum(1 << number for number in numbers)


def sums_of(weighted: list[tuple[set[int], int]]) -> dict[int, int]:
    sums = {number: sum(weight for numbers, weight in weighted if number in numbers) for number in range(41)}
    return {number: value for number, value in sums.items() if value}


def added(weighted: list[tuple[set[int], int]]) -> list[int]:
    return bitmaps.added([(whole(numbers), weight) for numbers, weight in weighted])


@given(_sets)
def test_a_set_is_read_back_as_it_was_stored(numbers: set[int]) -> None:
    stored = bitmaps.packed(array("I", sorted(numbers)), _SIZE)
    found = int.from_bytes(bitmaps.unpacked(stored, len(numbers), _SIZE), "little")
    assert list(bitmaps.members(found)) == sorted(numbers)


@given(_weighted)
def test_slices_hold_the_sum_of_the_weights(weighted: list[tuple[set[int], int]]) -> None:
    slices = added(weighted)
    found = {number: sum((one >> number & 1) << at for at, one in enumerate(slices)) for number in range(41)}
    assert {number: value for number, value in found.items() if value} == sums_of(weighted)


@given(st.lists(_weighted, max_size=3), st.integers(1, 30))
def test_the_highest_sums_are_chosen_and_what_ties_with_the_last(
    bands: list[list[tuple[set[int], int]]], wanted: int
) -> None:
    values = {(at, number): value for at, one in enumerate(bands) for number, value in sums_of(one).items()}
    chosen, tied = bitmaps.highest([added(one) for one in bands], wanted)
    surely = {(at, number) for at, mask in enumerate(chosen) for number in bitmaps.members(mask)}
    level = {(at, number) for at, mask in enumerate(tied) for number in bitmaps.members(mask)}
    assert len(surely) <= wanted
    assert len(surely) + len(level) >= min(wanted, len(values))
    assert surely | level <= values.keys()
    if len(values) > wanted:
        least = sorted(values.values(), reverse=True)[wanted - 1]
        assert surely == {one for one, value in values.items() if value > least}
        assert {values[one] for one in level} == {least}
