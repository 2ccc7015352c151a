"""Pages of government sites: the article is found, what stands round it is left out."""

from pathlib import Path

import pytest

from drafter.readers import formats
from drafter.readers.blocks import Table
from tests.conftest import REFERENCES
from tests.readers.alike import added, alike, plain
from tests.readers.five import read_as_file, source
from tests.readers.making import government_page


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_the_article_of_a_government_page_is_read_and_what_is_round_it_left_out(
    charset: str, reference: str, tmp_path: Path
) -> None:
    text = source(reference)
    data = government_page(reference, charset if charset != "gb2312" or _fits(text) else "gb18030")
    reading = read_as_file(data, tmp_path, ".html")
    assert alike(reading, reference) == []
    assert added(reading, reference) == {"page-furniture"}


def _fits(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("reference", REFERENCES)
def test_nothing_of_the_furniture_is_among_the_lines(reference: str) -> None:
    found, _ = formats.blocks(government_page(reference), "甲.html")
    shown = "\n".join(block.text for block in found if not isinstance(block, Table))
    for furniture in (
        "网站首页",
        "当前位置",
        "浏览次数",
        "分享到",
        "打印本页",
        "相关文档",
        "版权所有",
        "索引号",
        "脚本写出",
        "搜索",
    ):
        assert furniture not in shown


def test_a_title_above_the_article_comes_with_it(tmp_path: Path) -> None:
    page = government_page("博山区-2025").decode()
    title = "博山区人民政府办公室关于印发2025年为全区妇女儿童办实事项目清单的通知"
    body = page.index('<div id="zoom"')
    lines = [line for line in page[body:].split("\n") if "项目清单的通知" not in line and "关于印发" not in line]
    lines = [line for at, line in enumerate(lines) if at > 3 or "博山区人民政府办公室" not in line]
    moved = page[:body].replace('<div class="info">', f'<h1 class="tit">{title}</h1><div class="info">') + "\n".join(
        lines
    )
    reading = read_as_file(moved, tmp_path, ".html")
    assert reading.notice.title == plain("博山区-2025").notice.title
    assert reading.notice.items == plain("博山区-2025").notice.items
