"""文库: themes against units, search, a notice to read, a commitment through the years."""

from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request

from drafter import suggest
from drafter.desk import noticed
from drafter.desk.app import opened
from drafter.desk.routes.shelves import shelved
from drafter.desk.uploads import MOST_FILES
from drafter.errors import UnfitValue
from drafter.index import MAYBE_NEAR
from drafter.library import lookup, provenance
from drafter.library.lookup import Found
from drafter.model.references import Reference
from drafter.model.suggestion import Card
from drafter.suggest.cards import Cards
from drafter.suggest.history import Histories, History
from drafter.suggest.ranking import Wanted
from drafter.suggest.shelf import place_and_year

routes = Blueprint("library", __name__)
_CARDS, _WEAK_CARDS, _ITEMS = 12, 3, 60
_LONGEST = 400


@routes.get("/library")
def page() -> str:
    """The page 文库; what takes time is asked for by its scripts."""
    library = opened().workspace.library
    parts = [place_and_year(reference) for reference in library.references()]
    return render_template(
        "library.html",
        here="library",
        themes=[theme.name for theme in library.themes.entries],
        places=sorted({place for place, year in parts if year}),
        years=sorted({year for _, year in parts if year}, reverse=True),
        most=MOST_FILES,
    )


@routes.get("/library/<ref>")
def notice(ref: str) -> str:
    """A notice to read, each clause with an anchor as references count it: #3.2."""
    library = opened().workspace.library
    if not library.holds(ref):
        abort(404)
    found = library.notice(ref)
    source = provenance.of_notice(library, ref)
    return render_template(
        "notice.html", here="library", ref=ref, notice=found, items=noticed.items(found), source=source
    )


@routes.get("/api/library/matrix")
def matrix() -> Response:
    """Themes × units with the numbers of items; notices that could not be read are told."""
    held = shelved()
    return jsonify(lookup.matrix(opened().workspace.library, held.notices).model_dump() | {"faults": held.faults})


@routes.get("/api/library/cell")
def cell() -> Response:
    """The items that a cell counts."""
    theme, unit = request.args.get("theme", ""), request.args.get("unit", "")
    return jsonify(
        items=[_item(one) for one in lookup.cell(opened().workspace.library, theme, unit, shelved().notices)]
    )


@routes.get("/api/library/search")
def search() -> Response:
    """What is near to a text, and the items that say it; with filters alone all items that fit them."""
    asked = {key: request.args.get(key, "").strip()[:_LONGEST] for key in ("text", "theme", "unit", "place", "year")}
    if not any(asked.values()):
        return jsonify(cards=[], weak=[], items=[], count=0)
    theme, unit, place = asked["theme"] or None, asked["unit"] or None, asked["place"] or None
    year = _year(asked["year"])
    held = shelved()
    found = lookup.items(
        opened().workspace.library,
        theme=theme,
        unit=unit,
        issuer=place,
        year=year,
        text=asked["text"] or None,
        among=held.notices,
        plain=held.plain,
    )
    near, weak = _near(asked["text"], Wanted(place=place, theme=theme, unit=unit, year=year), weak=not found)
    items = [_item(one) for one in found[:_ITEMS]]
    return jsonify(cards=_cards(near), weak=_cards(weak), items=items, count=len(found))


@routes.get("/api/library/history")
def history() -> Response:
    """The years of the commitment that a clause holds, and how its figures moved."""
    try:
        place = Reference.parse(request.args.get("ref", ""))
    except ValueError as error:
        raise UnfitValue(f"{error}。请从通知的页面打开。") from None

    def answer(shelf: suggest.Shelf) -> tuple[str, History, dict[str, str]]:
        text = shelf.library.clause(place).text
        found = Histories(shelf).of(str(place))
        return text, found, {one.ref: shelf.clause(one.ref) for one in found.years}

    text, found, texts = opened().asking.ask(answer)
    return jsonify(
        ref=str(place),
        text=text,
        office=place_and_year(place.notice)[0],
        years=[one.model_dump() | {"text": texts[one.ref]} for one in found.years],
        series=[one.model_dump(mode="json") for one in found.series],
    )


def _near(text: str, wanted: Wanted, *, weak: bool) -> tuple[list[Card], list[Card]]:
    """The cards near to a text; where there are none, and `weak` ones are asked for, those that may be meant."""
    if not text:
        return [], []

    def answer(shelf: suggest.Shelf) -> tuple[list[Card], list[Card]]:
        cards = Cards(shelf)
        found = cards.of([text], limit=_CARDS, wanted=wanted)
        if found or not weak:
            return found, []
        return [], cards.of([text], limit=_WEAK_CARDS, wanted=wanted, least=MAYBE_NEAR)

    return opened().asking.ask(answer)


def _year(text: str) -> int | None:
    if text and not text.isdecimal():
        raise UnfitValue(f"年份“{text}”没有写对，应如 2025。")
    return int(text) if text else None


def _cards(found: list[Card]) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json") | {"item": one.item} for one in found]


def _item(one: Found) -> dict[str, Any]:
    text = "".join(clause.text for clause in one.item.all_clauses)
    return {
        "ref": one.ref,
        "year": one.year,
        "heading": one.item.heading or one.item.body[:20],
        "text": text,
        "themes": one.item.themes,
        "units": one.item.all_units,
    }
