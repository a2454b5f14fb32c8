"""One table of all that was measured, in Markdown, so that it can be pasted into docs/performance.md."""

from dataclasses import dataclass


@dataclass
class Row:
    """A ratio of two figures with the same unit, and what it should be at most; no target where it only informs."""

    work: str
    ours: float
    peer: float
    peer_name: str
    unit: str = "ms"
    target: float | None = None

    @property
    def ratio(self):
        return self.ours / self.peer if self.peer > 0 else float("inf")

    @property
    def verdict(self):
        if self.target is None:
            return ""
        return "met" if self.ratio <= self.target else "missed"


def figure(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratio(row):
    if row.peer <= 0:
        return "–"
    return f"{row.ratio:.2f}" if row.ratio >= 0.1 else f"{row.ratio:.3f}" if row.ratio >= 0.01 else f"{row.ratio:.4f}"


def markdown(rows):
    cells = [("work", "imprimatur", "beside", "", "ratio", "target", "")]
    cells += [
        (row.work, f"{figure(row.ours)} {row.unit}", row.peer_name, f"{figure(row.peer)} {row.unit}",
         ratio(row), "" if row.target is None else f"≤ {row.target}", row.verdict)
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(*cells)]
    is_number = [False, True, False, True, True, True, False]
    lines = [
        "| " + " | ".join(
            cell.rjust(width) if number else cell.ljust(width) for cell, width, number in zip(line, widths, is_number)
        ) + " |"
        for line in cells
    ]
    rule = "|" + "|".join(
        "-" * (width + 1) + (":" if number else "-") for width, number in zip(widths, is_number)) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])
