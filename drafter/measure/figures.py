"""The figures of the standard that pages are measured against, each with its rule; in mm unless it says pt."""

from drafter.measure.pages import MM

SHEET = (210.0, 297.0)  # P-01
LEFT, TOP = 28.0, 37.0  # P-02
WIDTH, HEIGHT = 156.0, 225.0  # P-03
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT
MIDDLE = LEFT + WIDTH / 2
CHARACTERS, LINES = 28, 22  # P-05: a line, a page
LINE_PT = 28.95  # P-24
LINE = LINE_PT * MM
CELL = WIDTH / CHARACTERS  # 字 of P-06 in running text
SIZE_BODY, SIZE_TITLE, SIZE_SMALL = 16.0, 22.0, 14.0  # pt, P-41: 3号, 2号, 4号
SMALL_CELL = SIZE_SMALL * MM  # 字 of the 版记 and the page number

# Ink of one line of 3号 text ends this far above the ink of the next: of two with n empty lines between them,
# n·LINE further (measured: ink 5.3 high on lines of 10.21).
INK_GAP = LINE - 5.3

MARK_TOP_FILE = 72.0  # H-07
MARK_TOP_LETTER = 30.0  # L-01
RULE_BELOW = 4.0  # H-14, L-02
RULE_THICKNESS = (0.35, 1.5)  # H-15
PAIR_FOOT = 277.0  # L-03
PAIR_LENGTH = 170.0  # L-04
NUMBER_BELOW_PAIR = SMALL_CELL  # L-07: 7/8 of a 3号 character
TITLE_LINE_MOST = 20  # M-03, M-07: characters
DATE_RIGHT, ORGAN_RIGHT = 4, 2  # M-30, M-31: 字
THICK, THIN = 0.35, 0.25  # B-01
DASH = BOTTOM + 7  # N-02

NEAR = 1.0  # P-02, H-07, L-01: what printing and faces leave open
NEAR_RULE = 0.5  # H-14, L-04, B-01: ends of rules
NEAR_FOOT = 0.7  # B-02, N-02
NEAR_THICKNESS = 0.15  # B-01
NEAR_INDENT = 0.8  # indents of whole characters, 16 pt wide or condensed to 15.75
NEAR_SIZE = 0.3  # pt
NEAR_LINE = 0.5  # half a line
