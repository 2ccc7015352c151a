"""The 文号 beside what else is known: date, issuer, other numbers of the issuer."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import HEAD, Part
from drafter.check.rule import CUSTOM, ERROR, INFO, REQUIRED, WARNING, Need, rule
from drafter.model.notice import Notice


def _place(notice: Context) -> tuple[Part, int, int]:
    """The head and where the 文号 stands in it; at the end where there is none."""
    head = notice.named(HEAD)[0]
    number = head.first("doc_number")
    return (head, number.start, number.end) if number else (head, len(head.text), len(head.text))


@rule(
    "docno-missing",
    name="没有文号",
    severity=WARNING,
    flags="文首没有文号",
    why="印发的通知都有发文字号；还没有编号的先写代字和年份，序号留空",
    bad="博山区人民政府办公室",
    good="博政办字〔2026〕8号",
    source="GB/T 9704-2012 7.2.5",
    strength=REQUIRED,
)
def missing(notice: Context) -> Iterator[Fault]:
    """No 文号: an error in what is to be signed, only to be known in a draft."""
    if notice.notice.doc_number is None:
        head, start, end = _place(notice)
        severity = ERROR if notice.final else INFO if notice.draft else WARNING
        yield head.fault(start, end, "没有文号，请填发文机关代字和年份", severity=severity)


@rule(
    "docno-pending",
    name="文号序号没有编",
    severity=INFO,
    flags="文号只有代字和年份，序号空着",
    why="序号在签发以后编定，草稿里可以空着；送签稿、印发件必须有",
    bad="博政办字〔2026〕　号",
    good="博政办字〔2026〕8号",
    source="GB/T 9704-2012 7.2.5；发文办理的次序",
    strength=REQUIRED,
)
def pending(notice: Context) -> Iterator[Fault]:
    """A number without serial."""
    number = notice.notice.doc_number
    if number and number.serial is None:
        head, start, end = _place(notice)
        yield head.fault(start, end, "文号序号还没有编", severity=ERROR if notice.final else INFO)


@rule(
    "docno-year-vs-date",
    name="文号年份与成文日期不符",
    severity=ERROR,
    flags="文号里的年份不是成文日期那一年",
    why="发文字号的年份是成文的年份，两处不一样必有一处是旧稿留下的",
    bad="博政办字〔2025〕8号",
    good="博政办字〔2026〕8号",
    source="GB/T 9704-2012 7.2.5、7.3.5.4",
    strength=REQUIRED,
)
def other_year(notice: Context) -> Iterator[Fault]:
    """Years of number and date that differ."""
    number, date = notice.notice.doc_number, notice.date
    if number and date and number.year != date.year:
        head, start, end = _place(notice)
        yield head.fault(start, end, f"文号是{number.year}年的，成文日期是{date.year}年的，请核对")


@rule(
    "docno-agency",
    name="文号代字不是本机关的",
    severity=ERROR,
    flags="文号的代字与登记表里这个发文机关的代字不同",
    why="照抄别处的通知最容易留下别处的代字",
    bad="淄政办字〔2026〕8号",
    good="博政办字〔2026〕8号",
    source="GB/T 9704-2012 7.2.5；发文机关登记表 issuers.yaml",
    strength=REQUIRED,
    needs=(Need.LIBRARY,),
)
def other_agency(notice: Context) -> Iterator[Fault]:
    """A 代字 that is not the registered one of the issuer."""
    number, issuer = notice.notice.doc_number, notice.issuer
    if number and issuer and issuer.agency_code and number.agency_code != issuer.agency_code:
        head, start, _ = _place(notice)
        message = f"{issuer.name}的代字是“{issuer.agency_code}”，这里是“{number.agency_code}”"
        yield head.fault(start, start + len(number.agency_code), message, new=issuer.agency_code)


@rule(
    "docno-order",
    name="文号与日期的先后不合",
    severity=WARNING,
    flags="同一机关同一年，序号在后的日期反而在前，或同一个文号用了两次",
    why="文号按签发先后编，次序不合说明文号或日期有一个不对",
    bad="博政办字〔2025〕8号",
    good="博政办字〔2025〕15号",
    source="发文登记的惯例；文库中的往年通知",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def out_of_order(notice: Context) -> Iterator[Fault]:
    """Numbers of the same issuer and year in the library that lie the other way round."""
    number, date = notice.notice.doc_number, notice.date
    if number is None or number.serial is None or date is None:
        return
    head, start, end = _place(notice)
    for reference, other in _of_the_issuer(notice, number.year):
        if other.doc_number is None or other.doc_number.serial is None or other.date is None:
            continue
        same_series = (other.doc_number.agency_code, other.doc_number.year) == (number.agency_code, number.year)
        if not same_series or (other.title, other.date) == (notice.notice.title, date):
            continue
        if other.doc_number.serial == number.serial:
            yield head.fault(start, end, f"文号与文库中的 {reference} 相同，请核对")
        elif (other.doc_number.serial < number.serial) != (other.date <= date):
            yield head.fault(
                start, end, f"与文库中的 {reference}（{other.doc_number}）相比，序号和日期的先后不合，请核对"
            )


def _of_the_issuer(notice: Context, year: int) -> Iterator[tuple[str, Notice]]:
    """The library's notices of the same place for about this year (a list is signed shortly before it or in it)."""
    near = tuple(f"{notice.place}-{one}" for one in (year - 1, year, year + 1))
    for reference in notice.library.references():
        if reference.startswith(near):
            yield reference, notice.library.notice(reference)
