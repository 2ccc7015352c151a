"""Click's own words in Chinese: they go through gettext, which finds them in the catalogue beside this file."""

import gettext
import os
from pathlib import Path

_CATALOGUE = Path(__file__).resolve().parent / "locale"


def speak_chinese() -> None:
    """Let click print Chinese, whatever the language of the system."""
    os.environ["LANGUAGE"] = "zh_CN"
    gettext.bindtextdomain("messages", str(_CATALOGUE))
    gettext.textdomain("messages")
