"""What reading tells of a file and no other rule is about."""

from drafter.check.parts import HEAD
from drafter.check.rule import CUSTOM, INFO, told
from drafter.check.told import UNLISTED

READING_NOTE = told(
    UNLISTED,
    HEAD,
    name="读取时的说明",
    severity=INFO,
    flags="读文件时做了整理，或有没收入、拿不准的地方",
    why="读出来的与文件里印的可能不完全一样，请对照原文件看一眼",
    bad="第1页",
    good="（对照原文件看一眼，不必改）",
    source="本工具读取文件的约定",
    strength=CUSTOM,
)
