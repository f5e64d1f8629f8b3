# SPDX-License-Identifier: Apache-2.0
"""Text that a file may hold is shown as it is: labels and tool tips of the desktop program come from gui/app/plain_text.hpp.

- A label is made by makeLabel(); Qt's own guesses HTML. (Those of .ui files: check_ui_files.py.)
- A tool tip goes through plainToolTip(), also that of a model.
"""
import re

import lint

OWN = "plain_text.cpp"
RULES = (
    (re.compile(r"\bnew QLabel\b|\bQLabel\s+\w+\s*[;({]"), "make labels with makeLabel(), which shows text as it is"),
    (re.compile(r"\bsetToolTip\((?!\s*plainToolTip\()"), "a tool tip guesses HTML; give it plainToolTip()"),
    (re.compile(r"\bQToolTip::showText\((?![^;]*plainToolTip\()"), "a tool tip guesses HTML; give it plainToolTip()"),
    (re.compile(r"\bToolTipRole\s*:[^:]*?\breturn\b(?!\s*plainToolTip\()"), "a tool tip guesses HTML; give it plainToolTip()"),
)


def check(root):
    faults = []
    for path in lint.files(root, ".cpp", ".hpp", under=("src/gui",)):
        if path.name == OWN:
            continue
        text = path.read_text(encoding="utf-8")
        code = lint.code_only(text)
        for pattern, fault in RULES:
            faults += [f"{lint.place(root, path, text, found.start())}: {fault}" for found in pattern.finditer(code)]
    return faults


GOOD = {
    "src/gui/app/plain_text.cpp": "auto* label = new QLabel(parent);\n",
    "src/gui/a.cpp": "auto* label = makeLabel(); // new QLabel\nQLabel* m_label;\nbox->setToolTip(plainToolTip(text));\n"
                     "QToolTip::showText(at, plainToolTip(text));\ncase Qt::ToolTipRole: return plainToolTip(text);\n",
}
BAD = [
    {"src/gui/b.cpp": "auto* label = new QLabel(text);\n"},
    {"src/gui/b.cpp": "QLabel label(text);\n"},
    {"src/gui/b.cpp": "box->setToolTip(text);\n"},
    {"src/gui/b.cpp": "QToolTip::showText(at, text, this);\n"},
    {"src/gui/b.cpp": "case Qt::ToolTipRole: return text;\n"},
]

if __name__ == "__main__":
    lint.main(check, GOOD, BAD)
