"""What becomes of each thing that comes into the library: read, judged against what it holds, stored."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.drafting import issued
from drafter.drafting.issued import Issued
from drafter.errors import DrafterError
from drafter.handover.incoming import Incoming, Outcome, read_one
from drafter.library import Library, intake, proposals, provenance
from drafter.library.intake import Intake, Judged, Standing
from drafter.library.provenance import Provenance
from drafter.model.draft import Draft
from drafter.model.results import Problem, ProblemKind, Reading

STORABLE = ("new", "replace")
FAILED = ("refused", "failed")


@dataclass(frozen=True)
class Arrival:
    """One thing that came in and its status.

    new and replace are to be stored; stored, replaced and declined say what came of that; same is in the library
    already, refused must not take another's place, failed could not be read or stored.
    """

    name: str
    status: str
    ref: str | None = None
    told: str = ""
    digest: str = ""
    format: str = ""
    reading: Reading | None = None
    judged: Judged | None = None
    issued: Issued | None = None
    unknown_units: tuple[str, ...] = ()
    written: Path | None = None

    @property
    def doubts(self) -> list[Problem]:
        """The problems of the reading that a person should look at; a repair needs no look."""
        problems = self.reading.problems if self.reading else ()
        return [one for one in problems if one.kind is ProblemKind.DOUBT]


@dataclass(frozen=True)
class Storing:
    """What it takes to store one notice: the library's folder, the notice as judged, where it came from."""

    folder: Path
    judged: Judged
    source: Provenance


def read_in_turn(incoming: Sequence[Incoming]) -> Iterable[Outcome]:
    """The readings of many things, one after the other."""
    return map(read_one, incoming)


def store_in_turn(storing: Sequence[Storing]) -> Iterable[str]:
    """Store many notices, one after the other; for each why it could not be stored, nothing where it was."""
    return map(store_one, storing)


def store_one(storing: Storing) -> str:
    """Store one notice; returns why it could not be, nothing where it was."""
    try:
        intake.store(storing.judged, storing.source, Library(storing.folder))
    except DrafterError as error:
        return str(error)
    return ""


@dataclass
class Importing:
    """One import into a library: what comes in is judged in its order, then stored."""

    library: Library
    replacing: bool = False
    draft: Draft | None = None
    draft_name: str | None = None
    arrivals: list[Arrival] = field(default_factory=list)
    troubled: bool = False

    def take_in(
        self, incoming: list[Incoming], read: Callable[[Sequence[Incoming]], Iterable[Outcome]] = read_in_turn
    ) -> None:
        """Read everything and judge it; what was imported before is told by its bytes and not read again.

        `read` gives the outcomes in the order asked for, from several processes, or such as were kept.
        """
        intake = Intake(self.library)
        known: dict[Incoming, Arrival] = {}
        digests: dict[Incoming, str] = {}
        for one in incoming:
            try:
                digests[one] = one.digest()
            except DrafterError as error:
                known[one] = Arrival(one.name, "failed", told=str(error))
                continue
            ref = None if self.replacing or self.draft else intake.known(digests[one])
            if ref:
                known[one] = Arrival(one.name, "same", ref, f"已经导入过，就是 {ref}，没有再读（要重读请加 --replace）")
        to_read = [one for one in incoming if one not in known]
        outcomes = dict(zip(to_read, read(to_read), strict=True))
        self.arrivals = [known.get(one) or self._judged(outcomes[one], digests[one], intake) for one in incoming]

    def _judged(self, outcome: Outcome, digest: str, intake: Intake) -> Arrival:
        name = outcome.incoming.name
        if outcome.reading is None:
            return Arrival(name, "failed", told=outcome.error)
        notice = outcome.reading.notice
        try:
            lineage = issued.with_lineage(notice, self.draft) if self.draft else None
            themed = self.library.with_themes(lineage.notice if lineage else notice)
            judged = intake.judge(themed, exact=self.replacing or lineage is not None)
            unknown = tuple(proposals.unknown_units(judged.notice, self.library))
        except DrafterError as error:
            return Arrival(name, "failed", told=str(error))
        arrival = Arrival(
            name,
            "new",
            judged.ref,
            judged.told or "",
            digest=digest,
            format=outcome.format,
            reading=outcome.reading,
            judged=judged,
            issued=lineage,
            unknown_units=unknown,
        )
        return self._standing(arrival, judged, intake)

    def _standing(self, arrival: Arrival, judged: Judged, held: Intake) -> Arrival:
        """What came in with the status that follows from how it stands; what is to be stored counts as held."""
        if judged.standing is Standing.SAME:
            return replace(arrival, status="same")
        if judged.standing is Standing.OTHER or (judged.standing is Standing.CHANGED and not self.replacing):
            return replace(arrival, status="refused", told=str(intake.refusal(judged, self.library)))
        held.accept(judged, name=arrival.name, sha256=arrival.digest)
        return replace(arrival, status="replace" if judged.standing is Standing.CHANGED else "new")

    def store(self, store: Callable[[Sequence[Storing]], Iterable[str]] = store_in_turn) -> None:
        """Store what can be stored; one that cannot be written stops no other."""
        storable = self.having(*STORABLE)
        storing = [Storing(self.library.folder, one.judged, self._source(one)) for one in storable if one.judged]
        told = list(store(storing))  # to the end, where a bar closes
        troubles = iter(told)
        self.arrivals = [self._stored(one, next(troubles)) if one.status in STORABLE else one for one in self.arrivals]

    def _source(self, arrival: Arrival) -> Provenance:
        return Provenance(
            file=Path(arrival.name).name,
            sha256=arrival.digest,
            format=arrival.format,
            read_on=provenance.today(),
            draft=self.draft_name,
        )

    def _stored(self, arrival: Arrival, trouble: str) -> Arrival:
        if trouble:
            return replace(arrival, status="failed", told=trouble)
        status = "stored" if arrival.status == "new" else "replaced"
        return replace(arrival, status=status, written=self.library.path_of(arrival.ref or ""))

    def decline(self) -> None:
        """Leave the library as it is: the user said no."""
        self.arrivals = [
            replace(one, status="declined", told="没有存入（你选择了不存）") if one.status in STORABLE else one
            for one in self.arrivals
        ]

    def register(self, names: Sequence[str]) -> str:
        """Put units into the register as unconfirmed; returns the sentence that says so, or why it could not be."""
        try:
            proposals.register(names, self.library)
        except DrafterError as error:
            self.troubled = True
            return f"单位没有登记：{error}"
        return "已登记为待确认（在单位登记表 units.yaml 末尾，请核对）。"

    def having(self, *statuses: str) -> list[Arrival]:
        """What came in and has one of the statuses."""
        return [one for one in self.arrivals if one.status in statuses]
