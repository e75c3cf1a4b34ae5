# SPDX-License-Identifier: MIT
"""Draws the measurements of national_growth.py as SVG: time above, memory below, a column for each size."""

import math

WIDTH, HEIGHT = 1080, 640
LEFT, TOP, PANEL_WIDTH, PANEL_HEIGHT, GAP_X, GAP_Y = 86, 72, 270, 186, 70, 94
INK, MUTED, GRID, COLOUR = "#1f2933", "#5b6770", "#dfe4e8", "#1769aa"
COLUMNS = [("firms", "Firms 企业数", True), ("parks", "Parks 园区数", False), ("months", "Months 月数", False)]
LINES = [("cpu_seconds_a_run", "Processor time of a run, s 单次推演处理器时间（秒）"),
         ("peak_megabytes", "Peak memory, MB 内存峰值（MB）")]


def nice_step(span, count):
    """A step of 1, 2 or 5 times a power of ten that divides the span into about `count` parts."""
    raw = span / count
    power = 10 ** math.floor(math.log10(raw))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= raw)


def short(number):
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if number >= size:
            return f"{number / size:g}{letter}"
    return f"{number:g}"


class Axis:
    """Numbers to positions along a stretch, by the logarithm or from zero."""

    def __init__(self, values, start, length, is_log):
        self.is_log, self.start, self.length = is_log, start, length
        if is_log:
            self.low, self.high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
            self.ticks = [10.0 ** power for power in range(self.low, self.high + 1)]
        else:
            step = nice_step(max(values), 4)
            self.low, self.high = 0, step * math.ceil(max(values) / step - 1e-9)
            self.ticks = [step * i for i in range(round(self.high / step) + 1)]

    def at(self, number):
        place = math.log10(number) if self.is_log else number
        return self.start + self.length * (place - self.low) / (self.high - self.low)


def text(x, y, words, anchor="middle", size=12, colour=INK, weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}" '
            f'font-weight="{weight}">{words}</text>')


def line(x1, y1, x2, y2, colour, width=1, dashes=""):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width}"{dashes}/>')


def panel(rows, moved, label, is_log, field, left, top):
    """One size against one measurement; with logarithms on both axes a dashed line is proportional growth."""
    points = sorted((row[moved], row[field]) for row in rows if row["moved"] == moved)
    across = Axis([x for x, _ in points], left, PANEL_WIDTH, is_log)
    up = Axis([y for _, y in points], top + PANEL_HEIGHT, -PANEL_HEIGHT, is_log)
    parts = []
    for tick in up.ticks:
        parts.append(line(left, up.at(tick), left + PANEL_WIDTH, up.at(tick), GRID))
        parts.append(text(left - 8, up.at(tick) + 4, short(tick), "end", 11, MUTED))
    for tick in across.ticks:
        parts.append(line(across.at(tick), top + PANEL_HEIGHT, across.at(tick), top + PANEL_HEIGHT + 4, MUTED))
        parts.append(text(across.at(tick), top + PANEL_HEIGHT + 18, short(tick), size=11, colour=MUTED))
    parts.append(line(left, top + PANEL_HEIGHT, left + PANEL_WIDTH, top + PANEL_HEIGHT, MUTED))
    parts.append(text(left + PANEL_WIDTH / 2, top + PANEL_HEIGHT + 38, label))
    if is_log:
        x1, y1 = points[-1]
        x0 = max(10.0 ** across.low, x1 * 10.0 ** up.low / y1)
        parts.append(line(across.at(x0), up.at(y1 * x0 / x1), across.at(x1), up.at(y1), MUTED, 1,
                          ' stroke-dasharray="4 4"'))
    path = " ".join(f"{across.at(x):.1f},{up.at(y):.1f}" for x, y in points)
    parts.append(f'<polyline points="{path}" fill="none" stroke="{COLOUR}" stroke-width="2"/>')
    parts += [f'<circle cx="{across.at(x):.1f}" cy="{up.at(y):.1f}" r="3.5" fill="{COLOUR}"/>' for x, y in points]
    (_, before), (x, y) = points[-2:]
    beside = -9 if before <= y else 18  # not across the line
    parts.append(text(across.at(x) - 8, up.at(y) + beside, f"{y:.3g}", "end", 11, COLOUR, "bold"))
    return parts


def picture(rows):
    """The whole picture as text."""
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
             f'height="{HEIGHT}" font-family="\'Noto Sans CJK SC\',\'WenQuanYi Micro Hei\',\'Microsoft YaHei\',sans-serif">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
             text(LEFT - 50, 30, "What a country of parks costs 全国情景的推演开销", "start", 17, weight="bold")]
    for r, (field, title) in enumerate(LINES):
        top = TOP + 18 + r * (PANEL_HEIGHT + GAP_Y)
        parts.append(text(LEFT - 50, top - 18, title, "start", 13, INK, "bold"))
        for c, (moved, label, is_log) in enumerate(COLUMNS):
            parts += panel(rows, moved, label, is_log, field, LEFT + c * (PANEL_WIDTH + GAP_X), top)
    parts.append(text(LEFT - 50, HEIGHT - 12, "Unmoved 其余不变: 100k firms 企业, 50 parks 园区, 120 months 月. "
                      "Dashed 虚线: proportional growth 按比例增长.", "start", 11, MUTED))
    return "\n".join(parts) + "\n</svg>\n"
