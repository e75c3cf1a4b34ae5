# SPDX-License-Identifier: MIT
"""Draws the map offscreen: the same arguments give the same bytes, other times, views and themes give others, and
no picture costs more triangles than software rendering can take in a frame.

map_picture_test.py STILLS SOURCE OUT_FOLDER
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from display import run_on_display

MOST_TRIANGLES = 48_000
"""Of a whole 1920x1080 picture; 20,000 quads are 40,000 of them."""

CASES = {
    "plan": ["view=plan", "month=66"],
    "oblique": ["view=oblique", "month=66"],
    "light": ["view=oblique", "month=66", "theme=light", "lang=en"],
    "between_months": ["view=oblique", "month=66.5", "seconds=12"],
    "legal": ["view=plan", "month=120", "layer=legal"],
    "near": ["view=oblique", "month=120", "zoom=6", "north=700", "layer=vacancy"],
    "opening": ["view=plan", "month=0", "width=960", "height=540"],
}


def draw(stills, source, folder, name, wishes):
    picture = folder / f"map_{name}.png"
    done = run_on_display(stills, source / "scenarios/whole_package.json", picture, *wishes, size="1920x1080",
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{name}: {done.stderr or done.stdout}")
    triangles = int(re.search(r"(\d+) triangles", done.stdout).group(1))
    return picture.read_bytes(), triangles


def main():
    stills, source, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {}
    faults = []
    for name, wishes in CASES.items():
        pictures[name], triangles = draw(stills, source, folder, name, wishes)
        print(f"{name}: {triangles} triangles")
        if triangles > MOST_TRIANGLES:
            faults.append(f"{name}: {triangles} triangles, more than {MOST_TRIANGLES}")
    again, _ = draw(stills, source, folder, "again", CASES["oblique"])
    if again != pictures["oblique"]:
        faults.append("the same picture drawn again differs")
    if len(set(pictures.values())) != len(pictures):
        faults.append("two different pictures are the same")
    # An empty text would end with 1 as well.
    sys.exit("\n".join(faults) or 0)


main()
