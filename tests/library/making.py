"""Strategies that make notices: nested values with texts as notices have them."""

import datetime

from hypothesis import strategies as st

from drafter.model.notice import Attachment, Clause, DocNumber, Entry, Form, Format, Item, Notice

_WORDS = (
    "妇女", "儿童", "实事", "“两癌”", "免费检查", "不少于10场", "35—64岁", "1.9万名", "100%",
    "（宫颈癌、乳腺癌）", "年内", "2026年", "《未成年人保护法》", "12355", "区妇联", "：", ": ", "，", "；",
    "●●●", " #", "# ", "'", '"', "- ", "HPV", "𠮷", "😀", "\u3000", "null", "~", "012", "no", "12:30", "{", "[",
    "&", "*", "!", "|", ">", "%", "@", "`", "\\",
)  # fmt: skip
texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map("".join)
names = st.sampled_from(("区妇联", "区教体局", "各镇（街道）", "临淄公安分局", "团区委", "市妇儿工委办公室", "no", "~"))
clauses = texts.map(lambda text: Clause(text=text))
_several_names = st.lists(names, max_size=4, unique=True).map(tuple)
_maybe = st.one_of(st.none(), texts)
_ordinals = st.one_of(st.none(), st.sampled_from(("一", "二", "十一", "（一）", "1.", "0")))
_clauses = st.lists(clauses, max_size=4).map(tuple)

entries = st.builds(
    Entry, ordinal=_ordinals, heading=_maybe, clauses=_clauses, units=_several_names, units_as_printed=_maybe
)
items = st.builds(
    Item,
    ordinal=_ordinals,
    heading=_maybe,
    clauses=_clauses,
    entries=st.lists(entries, max_size=2).map(tuple),
    units=_several_names,
    lead_units=st.one_of(st.none(), _several_names),
    units_as_printed=_maybe,
    leader=_maybe,
    deadline=_maybe,
    themes=st.lists(st.sampled_from(("妇女健康", "儿童友好", "困境儿童")), max_size=3, unique=True).map(tuple),
    origin=st.one_of(st.none(), st.just("博山区-2025#3")),
)
_cells = st.one_of(st.just(""), texts, st.lists(names, min_size=2, max_size=3).map("\n".join))
attachments = st.builds(
    Attachment,
    title=texts,
    printed_title=_maybe,
    columns=st.lists(texts, max_size=5).map(tuple),
    rows=st.lists(st.lists(_cells, max_size=5).map(tuple), max_size=3).map(tuple),
)
doc_numbers = st.builds(
    DocNumber,
    agency_code=st.sampled_from(("博政办字", "川政办字", "鲁政办发")),
    year=st.integers(2000, 2100),
    serial=st.one_of(st.none(), st.integers(1, 999)),
)
_paragraphs = st.lists(texts, max_size=3).map(tuple)
notices = st.builds(
    Notice,
    issuer=st.sampled_from(("博山区人民政府办公室", "淄博市人民政府办公室")),
    year=st.integers(2000, 2100),
    doc_number=st.one_of(st.none(), doc_numbers),
    date=st.one_of(st.none(), st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 12, 31))),
    form=st.sampled_from(Form),
    format=st.one_of(st.none(), st.sampled_from(Format)),
    title=texts,
    recipients=_maybe,
    opening=_paragraphs,
    list_title=_maybe,
    closing=_paragraphs,
    contact_line=_maybe,
    signature=_maybe,
    disclosure=_maybe,
    attachments=st.lists(attachments, max_size=2).map(tuple),
    copies_to=_several_names,
    items=st.lists(items, max_size=3).map(tuple),
)
