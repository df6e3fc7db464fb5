"""Check demo/facts.tsv: its form, that each key is one film of the demo, and how much it covers.

python demo/check_facts.py [MOVIES_CSV]     the demo's movies.csv, as demo/extract_movielens.py writes it
"""

import csv
import sys
from pathlib import Path

FACTS = Path(__file__).parent / "facts.tsv"
CELLS = ("movieId", "title", "directors", "actors", "keywords")
MOST_BYTES = 150_000
LIMITS = {"directors": 6, "actors": 3, "keywords": 5}


def faults_of(lines: list[str]) -> list[str]:
    """What is wrong with the form, each with its line."""
    faults, last = [], 0
    for number, line in enumerate(lines, start=1):
        cells = line.split("\t")
        if len(cells) != len(CELLS) or not cells[0].isdecimal():
            faults.append(f"line {number}: not {len(CELLS)} cells that start with an id")
            continue
        if int(cells[0]) <= last:
            faults.append(f"line {number}: {cells[0]} is not in ascending order")
        last = int(cells[0])
        for name, cell in zip(CELLS[2:], cells[2:], strict=True):
            words = cell.split("|") if cell else []
            if any(word != word.strip() or not word for word in words):
                faults.append(f"line {number}: {name} has an empty name or a stray space")
            if len(words) > LIMITS[name] or len(set(words)) < len(words):
                faults.append(f"line {number}: {name} has too many names, or one twice")
    return faults


def unmatched(lines: list[str], movies: Path) -> list[str]:
    """The keys that are not exactly one film of the demo, of the title that the line gives."""
    with movies.open(encoding="utf-8", newline="") as file:
        titles: dict[str, list[str]] = {}
        for row in csv.DictReader(file):
            titles.setdefault(row["movieId"], []).append(row["title"])
    pairs = [line.split("\t")[:2] for line in lines]
    return [f"{key} {title}" for key, title in pairs if titles.get(key) != [title]]


def main() -> None:
    text = FACTS.read_text(encoding="utf-8")
    lines = text.splitlines()
    faults = faults_of(lines)
    if len(text.encode()) > MOST_BYTES:
        faults.append(f"the file has more than {MOST_BYTES:,} bytes")
    if len(sys.argv) > 1:
        faults += [f"not in the demo data: {one}" for one in unmatched(lines, Path(sys.argv[1]))]
    rows = [line.split("\t") for line in lines]
    print(f"{len(lines):,} films, {len(text.encode()):,} bytes")
    for place, name in enumerate(CELLS[2:], start=2):
        known = [row[place] for row in rows if row[place]]
        names = sum(len(cell.split("|")) for cell in known)
        print(f"{name}: of {len(known):,} films, {names:,} in all")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
