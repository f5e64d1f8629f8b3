# SPDX-License-Identifier: Apache-2.0
"""Links inside the documents lead somewhere, and nothing in the tree names a folder of one machine."""
import re

import lint

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
MACHINE_PATH = re.compile(r"(?<![\w./$}-])/(?:work|root)/[\w.]")
TEXT = (".md", ".cpp", ".hpp", ".h", ".py", ".cmake", ".txt", ".json", ".sql", ".ui", ".qrc", ".xml", ".desktop", ".csv", ".svg", ".yml", "")


def anchor(heading):
    """The anchor that Git hosts give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(text):
    return {anchor(found) for found in re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.M)}


def check_links(root, path):
    text = path.read_text(encoding="utf-8")
    for found in LINK.finditer(FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)):
        target, _, fragment = found[1].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        file = (path.parent / target) if target else path
        where = lint.place(root, path, text, found.start())
        if not file.exists():
            yield f"{where}: “{found[1]}” does not exist"
        elif fragment and file.suffix == ".md" and fragment not in anchors(file.read_text(encoding="utf-8")):
            yield f"{where}: “{target or path.name}” has no heading “{fragment}”"


def check(root):
    faults = []
    for path in lint.files(root, *TEXT):
        text = path.read_text(encoding="utf-8", errors="replace")
        faults += [f"{lint.place(root, path, text, found.start())}: names a folder of one machine" for found in MACHINE_PATH.finditer(text)]
        if path.suffix == ".md":
            faults += check_links(root, path)
    return faults


GOOD = {
    "README.md": "# Top\n\n[here](#top) [there](docs/a.md#second-part) [web](https://example.org)\n\n```\n[no](link.md)\n```\n",
    "docs/a.md": "# A\n\n## Second part\n\n[back](../README.md)\n",
    "src/a.cpp": '#include "homework/root.hpp" // network/root, /workshop/x\n',
}
BAD = [{"docs/b.md": "[x](missing.md)\n"}, {"docs/b.md": "[x](../README.md#nowhere)\n"}, {"src/b.cpp": 'open("/' + 'work/main/x");\n'}]

if __name__ == "__main__":
    lint.main(check, GOOD, BAD)
