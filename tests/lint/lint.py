# SPDX-License-Identifier: Apache-2.0
"""What the checks in this folder share: the files of the project, and one way to report and to be tested.

A check is a function `check(root) -> list of faults`, each "file:line: what is wrong". `main(check, good, bad)`
runs it on the project, or with --self-test on small made-up projects: the good one must pass and
every bad one must be refused, so that a check that finds nothing is known to have looked.
"""
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(root, *suffixes, under=("",)):
    """Files of the project with one of these suffixes, sorted; what a build made is left out."""
    found = set()
    for folder in under:
        for path in (root / folder).rglob("*"):
            parts = path.relative_to(root).parts
            made = parts[0] in ("build", ".git", ".cache") or "__pycache__" in parts
            if not made and path.is_file() and (not suffixes or path.suffix in suffixes):
                found.add(path)
    return sorted(found)


def sources(root):
    return files(root, ".cpp", ".hpp", under=("include", "src", "tests"))


def code_only(text):
    """C++ text with comments and the insides of literals blanked; line numbers stay."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def place(root, path, text, offset):
    return f"{path.relative_to(root)}:{text.count(chr(10), 0, offset) + 1}"


def write_tree(root, tree):
    for name, text in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def self_test(check, good, bad):
    """`good` and each of `bad` are {file: text}; a bad one is laid over the good one."""
    for number, change in enumerate([{}] + bad):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            write_tree(root, good | change)
            faults = check(root)
        if change and not faults:
            return [f"made-up project {number} has a fault, but the check did not see it: {sorted(change)}"]
        if not change and faults:
            return ["the check refuses a project without faults:"] + faults
    return []


def main(check, good, bad):
    faults = self_test(check, good, bad) if "--self-test" in sys.argv else check(ROOT)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)
