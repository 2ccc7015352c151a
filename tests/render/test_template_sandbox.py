"""What a hostile template tries comes to nothing."""

import re
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from drafter import render
from drafter.errors import TemplateTrouble
from drafter.render import Templates, sandbox
from tests.conftest import ROOT
from tests.render.conftest import notice
from tests.render.test_template_check import PLACED, changed

ATTACKS = (
    "{{ title.__class__.__mro__ }}",
    "{{ title['__class__'] }}",
    "{{ title|attr('__class__') }}",
    "{{ (title, items)|map(attribute='__class__')|list }}",
    "{{ '{0.__class__}'.format(title) }}",
    "{{ '%s'|format(title) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum() }}",
    "{{ namespace(a=1).a }}",
    "{{ self._TemplateReference__context }}",
    "{{ title.upper() }}",
    "{{ items.clear() }}",
    "{{ self }}",
    "{% set a = title %}",
    "{% set a %}甲{% endset %}",
    "{% with a = title ~ title %}{{ a }}{% endwith %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'a' %}",
    "{% import 'a' as b %}",
    "{% from 'a' import b %}",
    "{% extends 'a' %}",
    "{% block a %}{% endblock %}",
    "{% filter upper %}甲{% endfilter %}",
    "{% autoescape false %}{{ title }}{% endautoescape %}",
    "{{ title|safe }}",
    "{{ title|center(999999999) }}",
    "{{ title|replace('', title)|replace('', title) }}",
    "{{ title|join(title) }}",
    "{{ title|join('、')|join('、') }}",
    "{{ title * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%999999999d' % 1 }}",
    "{% for a in range(999999999) %}{% endfor %}",
    "{% for a in items %}{% for b in items %}{% for c in items %}{% for d in items %}"
    "{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in items recursive %}{{ loop(items) }}{% endfor %}",
)


@pytest.mark.parametrize("code", ATTACKS)
def test_the_sandbox_refuses_what_is_more_than_placing(code: str) -> None:
    with pytest.raises(SecurityError, match=r"[\u4e00-\u9fff]"):
        sandbox.environment().from_string(code)


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace", "caller", "loop"])
def test_no_name_but_a_placeholder_exists(name: str) -> None:
    with pytest.raises(UndefinedError):
        sandbox.environment().from_string("{{ " + name + " }}").render(title="甲")


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("{{ title }}", "A &amp; &lt;B&gt; &#123;_&#123;"),
        ("{{ texts|join('、') }}", "A &amp; &lt;B&gt; &#123;_&#123;、乙"),
        ("{{ title ~ '“”' }}", "A &amp; &lt;B&gt; &#123;_&#123;“”"),
        ("{{ absent|default('无') if absent is defined else '没有' }}", "没有"),
        ("{{ texts|length }}{{ texts[0:1]|first }}", "2A &amp; &lt;B&gt; &#123;_&#123;"),
        ("{% for one in texts if one %}{{ loop.index + 1 }}{% if not loop.last %}，{% endif %}{% endfor %}", "2，3"),
        ("{% if title == 'A' or texts[1] in ['乙'] %}甲{% elif title %}乙{% else %}丙{% endif %}", "甲"),
        ("{{ rows[0]['name']|upper }}", "N"),
    ],
)
def test_the_sandbox_lets_a_template_place_test_and_loop(code: str, printed: str) -> None:
    text = "A & <B> {_{"
    values = {"title": text, "texts": [text, "乙"], "rows": [{"name": "n"}]}
    assert sandbox.environment().from_string(code).render(values) == printed


@pytest.mark.parametrize(
    "code",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ title|attr('__class__') }}",
        "{{ cycler.__init__ }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{% import 'a' as b %}",
        "{% extends '/etc/hostname' %}",
        "{% for a in range(10**9) %}{% endfor %}",
    ],
)
def test_a_hostile_template_makes_no_document(code: str, tmp_path: Path) -> None:
    changed(tmp_path, (PLACED, code))
    target = tmp_path / "新" / "a.docx"
    with pytest.raises(TemplateTrouble) as told:
        render.docx(notice(), Templates((tmp_path, ROOT / "templates"))).save(target)
    assert re.search(r"[\u4e00-\u9fff].*请", str(told.value))
    assert not re.search(r"<class|Traceback|jinja", str(told.value))
    assert not target.parent.exists()


def test_a_file_that_a_picture_names_is_not_read(tmp_path: Path) -> None:
    changed(tmp_path, (PLACED, "{{ InlineImage(tpl, '/etc/hostname') }}"))
    with pytest.raises(TemplateTrouble):
        render.docx(notice(), Templates((tmp_path, ROOT / "templates")))
