"""The same few items printed in every combination of ordinals, headings and unit clauses: read alike, or told."""

import itertools
from collections.abc import Callable

import pytest

from drafter.model.results import Reading
from drafter.readers.plain_text import blocks
from drafter.readers.recognise import notice_in
from drafter.text import numerals

ITEMS = (
    (
        "实施妇女健康守护行动",
        "为全县6000名妇女免费开展“两癌”筛查。对患病妇女给予救助。",
        ("县卫生健康局", "县妇联", "各镇（街道）"),
    ),
    ("开展巾帼技能培训", "举办家政、电商等培训班20期。", ("县人力资源和社会保障局", "县妇联")),
    ("建设儿童友好社区", "建成儿童友好社区8个，开展活动120场。", ("县住房和城乡建设局",)),
    ("关爱困境儿童", "为200名困境儿童发放助学金，每人每年2000元。", ("县民政局", "团县委", "县教育局")),
)
DIRECT = """青岚县人民政府办公室
关于2025年为全县妇女儿童办实事的通知
青政办字〔2025〕7号
各镇人民政府、街道办事处，县政府各部门：
经县政府同意，现将2025年为全县妇女儿童办实事有关事项通知如下：
{items}
各责任单位要高度重视，认真抓好落实。
青岚县人民政府办公室
2025年5月6日
（此件公开发布）
"""
ISSUE = """青岚县人民政府办公室
关于印发2025年为全县妇女儿童办实事项目清单的通知
青政办字〔2025〕7号
各镇人民政府、街道办事处，县政府各部门：
《2025年为全县妇女儿童办实事项目清单》已经县政府同意，现印发给你们，请认真组织实施。
青岚县人民政府办公室
2025年5月6日
（此件公开发布）
2025年为全县妇女儿童办实事项目清单
{items}
各责任单位要高度重视，认真抓好落实。
附件：2025年为全县妇女儿童办实事工作进展情况报表
"""
ORDINALS: dict[str, Callable[[int], str]] = {
    "一、": lambda number: f"{numerals.to_chinese(number)}、",
    "（一）": lambda number: f"（{numerals.to_chinese(number)}）",
    "(一)": lambda number: f"({numerals.to_chinese(number)})",
    "1.": lambda number: f"{number}.",
    "1．": lambda number: f"{number}．",
    "1. ": lambda number: f"{number}. ",
    "1、": lambda number: f"{number}、",
    "（1）": lambda number: f"（{number}）",
    "①": lambda number: "①②③④"[number - 1],
    "第一件：": lambda number: f"第{numerals.to_chinese(number)}件：",
    "第一件 ": lambda number: f"第{numerals.to_chinese(number)}件　",
    "一是": lambda number: f"{numerals.to_chinese(number)}是",
    "实事一：": lambda number: f"实事{numerals.to_chinese(number)}：",
    "nothing": lambda _: "",
}
HEADINGS = {
    "。": "{heading}。{body}",
    "：": "{heading}：{body}",
    "line": "{heading}\n{body}",
    "line。": "{heading}。\n{body}",
    "blank": "{heading}　{body}",
}
Units = Callable[[str, tuple[str, ...]], str]
UNITS: dict[str, Units] = {
    "（责任单位：）": lambda text, units: f"{text}（责任单位：{'、'.join(units)}）",
    "（）。": lambda text, units: f"{text.removesuffix('。')}（责任单位：{'、'.join(units)}）。",
    "(责任单位:)": lambda text, units: f"{text}(责任单位:{'、'.join(units)})",
    "〔〕": lambda text, units: f"{text}〔责任单位：{'、'.join(units)}〕",
    "【】": lambda text, units: f"{text}【责任单位：{'、'.join(units)}】",
    "[]": lambda text, units: f"{text}[责任单位：{'、'.join(units)}]",
    "（〕": lambda text, units: f"{text}（责任单位：{'、'.join(units)}〕",
    "own line": lambda text, units: f"{text}\n（责任单位：{'、'.join(units)}）",
    "own bare line": lambda text, units: f"{text}\n责任单位：{'、'.join(units)}",
    "bare": lambda text, units: f"{text}责任单位：{'、'.join(units)}。",
    "no label": lambda text, units: f"{text}（{'、'.join(units)}）",
    "by blanks": lambda text, units: f"{text}（责任单位：{' '.join(units)}）",
    "by commas": lambda text, units: f"{text}（责任单位：{'，'.join(units)}）",
    "部门": lambda text, units: f"{text}（责任部门：{'、'.join(units)}）",
}
LEADING: dict[str, Units] = {
    "牵头；责任": lambda text, units: f"{text}（牵头单位：{units[0]}{_rest('；责任单位：', units)}）",
    "牵头，配合": lambda text, units: f"{text}（牵头单位：{units[0]}{_rest('，配合单位：', units)}）",
    "主办 协办": lambda text, units: f"{text}（主办单位：{units[0]}{_rest(' 协办单位：', units)}）",
    "X牵头": lambda text, units: f"{text}（{units[0]}牵头{_rest('，', units, '按职责分工负责')}）",
    "lines": lambda text, units: f"{text}\n牵头单位：{units[0]}{_rest(chr(10) + '配合单位：', units)}",
}


def _rest(before: str, units: tuple[str, ...], behind: str = "") -> str:
    """The units behind the first one with their label; nothing where there are none."""
    return f"{before}{'、'.join(units[1:])}{behind}" if units[1:] else ""


def printed(ordinal: str, heading: str, units: Units, frame: str) -> str:
    """The text of a notice with the items in one combination."""
    lines = [
        units(ORDINALS[ordinal](number) + HEADINGS[heading].format(heading=title, body=body), named)
        for number, (title, body, named) in enumerate(ITEMS, start=1)
    ]
    return frame.format(items="\n".join(lines))


def faults(reading: Reading, *, leads: bool) -> list[str]:
    """What was read otherwise than printed."""
    items = reading.notice.items
    if len(items) != len(ITEMS):
        return [f"{len(items)} items"]
    wrong = []
    for item, (heading, body, units) in zip(items, ITEMS, strict=True):
        got = (item.heading, item.body, item.units, item.lead_units)
        wanted = (heading, body, units, units[:1] if leads else None)
        wrong += [f"{one!r} for {other!r}" for one, other in zip(got, wanted, strict=True) if one != other]
    return wrong


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("ordinal", ORDINALS)
def test_every_combination_is_read(ordinal: str, heading: str) -> None:
    wrong = {}
    for name, frame in itertools.product((*UNITS, *LEADING), (DIRECT, ISSUE)):
        text = printed(ordinal, heading, {**UNITS, **LEADING}[name], frame)
        reading = notice_in(blocks(text), "通知")
        closing = "各责任单位要高度重视，认真抓好落实。"
        found = faults(reading, leads=name in LEADING)
        found += [] if reading.notice.closing == (closing,) else [f"closing {reading.notice.closing}"]
        if found:
            told = [problem.code for problem in reading.problems]
            wrong[name + (" direct" if frame == DIRECT else " issue")] = (found[:3], told)
    assert wrong == {}
