# SPDX-License-Identifier: Apache-2.0
"""Who may include whom: the table in docs/architecture.md is the law, for layers and for outside libraries.

Also: a CMakeLists.txt may link only what the table allows, nothing includes in a circle, and exceptions are
thrown only in storage.
"""
import re

import lint

# Which outside library a header in <> belongs to. A header without a folder that matches none is the system's.
LIBRARIES = [("Qt", r"Q[A-Z]\w+|Qt\w+(/.*)?"), ("SQLite", r"sqlite3\w*\.h"), ("Boost", r"boost/.*"), ("JSON", r"nlohmann/.*"), ("QPDF", r"qpdf/.*"),
             ("CLI11", r"CLI/.*"), ("fmt", r"fmt/.*"), ("spdlog", r"spdlog/.*"), ("expected", r"tl/.*"), ("system", r"[a-z_0-9]+(\.h)?|sys/.*|bits/.*")]
EVERYWHERE = {"fmt", "spdlog", "expected", "system"}
MAY_THROW = {"storage"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def read_law(root):
    """Rows “| layer | layers | libraries |” below the heading; “–” is nothing."""
    text = (root / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.split("## Who may include whom", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `?(\w+)`? \| ([^|]*) \| ([^|]*) \|$", section, re.M)
    return {layer: (set(re.findall(r"\w+", layers)), set(re.findall(r"\w+", libraries))) for layer, layers, libraries in rows if layer != "layer"}


def layer_of(root, path):
    parts = path.relative_to(root).parts
    return parts[2] if parts[:2] == ("include", "tco") else parts[1]


def find_cycle(graph):
    """One cycle as a list of nodes, or None."""
    state = {}

    def visit(node, trail):
        state[node] = "open"
        for after in sorted(graph.get(node, ())):
            if state.get(after) == "open":
                return trail[trail.index(after):] + [after] if after in trail else [node, after]
            if after not in state and (cycle := visit(after, trail + [after])):
                return cycle
        state[node] = "done"
        return None

    for node in sorted(graph):
        if node not in state and (cycle := visit(node, [node])):
            return cycle
    return None


def library_of(header):
    return next((name for name, pattern in LIBRARIES if re.fullmatch(pattern, header)), None)


def target_of(root, path, header):
    """The project's file that a quoted include means, or None."""
    candidates = (root / "include" / header, path.parent / header, root / "src" / layer_of(root, path) / header, root / "src" / header)
    return next((target.resolve() for target in candidates if target.exists()), None)


def check_include(root, path, header, quoted, law):
    """What is wrong with one include, or None."""
    layer = layer_of(root, path)
    layers, libraries = law[layer]
    if not quoted:
        library = library_of(header)
        if library is None:
            return f"<{header}> belongs to a library that docs/architecture.md does not know"
        return None if library in EVERYWHERE | libraries else f"{layer} may not use {library} (<{header}>)"
    if header.startswith("tco/"):
        other = header.split("/")[1]
        if not (root / "include" / header).exists():
            return f"“{header}” does not exist"
        return None if other == layer or other in layers else f"{layer} may not include {other} (“{header}”)"
    generated = re.fullmatch(r"ui_\w+\.h|\w+\.moc|moc_\w+\.cpp", header) and "Qt" in libraries
    target = target_of(root, path, header)
    own = target and layer_of(root, target) == layer
    return None if own or generated else f"“{header}” is neither a public header nor one of this layer"


def check_links(root, law):
    faults = []
    for path in lint.files(root, ".txt", under=("src",)):
        text = path.read_text(encoding="utf-8")
        for layer, uses in re.findall(r"tco_add_library\((\w+)[^)]*?\bUSES\s+([a-z_\s]+)", text):
            for other in set(uses.split()) - law.get(layer, (set(), set()))[0]:
                faults.append(f"{path.relative_to(root)}:1: {layer} may not link {other}")
    return faults


def check(root):
    root = root.resolve()
    law = read_law(root)
    if not law:
        return ["docs/architecture.md:1: the table of layers cannot be read"]
    faults = check_links(root, law)
    graph = {}
    for path in lint.files(root, ".cpp", ".hpp", under=("include", "src")):
        text = path.read_text(encoding="utf-8")
        if layer_of(root, path) not in law:
            faults.append(f"{path.relative_to(root)}:1: docs/architecture.md has no layer “{layer_of(root, path)}”")
            continue
        for found in INCLUDE.finditer(text):
            quoted, header = found[1] == '"', found[2]
            if fault := check_include(root, path, header, quoted, law):
                faults.append(f"{lint.place(root, path, text, found.start(1))}: {fault}")
            if quoted and (target := target_of(root, path, header)):
                graph.setdefault(str(path.relative_to(root)), set()).add(str(target.relative_to(root)))
        if layer_of(root, path) not in MAY_THROW:
            for found in re.finditer(r"\bthrow\b", lint.code_only(text)):
                faults.append(f"{lint.place(root, path, text, found.start())}: exceptions are thrown only in {', '.join(MAY_THROW)}")
    for what, edges in (("layers", {layer: layers for layer, (layers, _) in law.items()}), ("headers", graph)):
        if cycle := find_cycle(edges):
            faults.append(f"docs/architecture.md:1: {what} in a circle: {' → '.join(cycle)}")
    return faults


LAW = "## Who may include whom\n\n| layer | may include | libraries |\n|---|---|---|\n"
GOOD = {
    "docs/architecture.md": LAW + "| `base` | – | – |\n| `money` | base | Boost |\n| `storage` | money base | SQLite |\n| `gui` | money base | Qt |\n",
    "include/tco/base/id.hpp": "#include <string>\n",
    "include/tco/money/money.hpp": '#include <boost/x.hpp>\n#include "tco/base/id.hpp"\n// may throw nothing\n',
    "src/money/money.cpp": '#include "own.hpp"\n',
    "src/money/own.hpp": '#include "money/deep/other.hpp"\n',
    "src/money/deep/other.hpp": "",
    "src/money/CMakeLists.txt": "tco_add_library(money\n  SOURCES money.cpp\n  USES base\n  LINK_PUBLIC x)\n",
    "src/storage/store.cpp": "#include <sqlite3.h>\nvoid f() { throw 1; }\n",
    "src/gui/window.cpp": '#include <QWidget>\n#include "ui_window.h"\n',
}
BAD = [
    {"include/tco/base/id.hpp": '#include "tco/money/money.hpp"\n'},
    {"src/money/money.cpp": "#include <QString>\n"},
    {"src/money/money.cpp": "#include <sqlite3.h>\n"},
    {"src/money/money.cpp": '#include "../storage/private.hpp"\n', "src/storage/private.hpp": ""},
    {"src/money/money.cpp": '#include "storage/private.hpp"\n', "src/storage/private.hpp": ""},
    {"src/money/money.cpp": "#include <unheard/of.hpp>\n"},
    {"src/money/money.cpp": 'void f() { throw "no"; }\n'},
    {"src/other/other.cpp": "\n"},
    {"src/money/own.hpp": '#include "second.hpp"\n', "src/money/second.hpp": '#include "own.hpp"\n'},
    {"src/money/CMakeLists.txt": "tco_add_library(money SOURCES money.cpp USES base storage)\n"},
    {"docs/architecture.md": LAW + "| `base` | money | – |\n| `money` | base | Boost |\n| `storage` | – | SQLite |\n| `gui` | – | Qt |\n"},
]

if __name__ == "__main__":
    lint.main(check, GOOD, BAD)
