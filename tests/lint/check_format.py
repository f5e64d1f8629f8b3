# SPDX-License-Identifier: Apache-2.0
"""All sources stand as clang-format 14 writes them (.clang-format). With --fix they are rewritten.

Versions of clang-format disagree with each other, so only version 14 counts; without it the check is
skipped (exit code 77, which CTest shows as "Skipped").
"""
import re
import shutil
import subprocess
import sys

import lint

VERSION = 14
SKIPPED = 77


def find_tool():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        if tool := shutil.which(name):
            answer = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
            if re.search(rf"version {VERSION}\.", answer):
                return tool
    return None


def check(root):
    faults = []
    for path in lint.sources(root):
        written = subprocess.run([find_tool(), "--style=file", path], capture_output=True, text=True, check=True, encoding="utf-8").stdout
        text = path.read_text(encoding="utf-8")
        if written != text:
            same = next((n for n, (a, b) in enumerate(zip(written.splitlines(), text.splitlines())) if a != b), len(written.splitlines()) - 1)
            faults.append(f"{path.relative_to(root)}:{same + 1}: not as clang-format writes it; run ./dev format")
    return faults


GOOD = {".clang-format": "BasedOnStyle: LLVM\nIndentWidth: 4\n", "src/a.cpp": "int main() {\n    int x = 1;\n    return x;\n}\n"}
BAD = [{"src/b.cpp": "int main() {\n  int x=1;\n  return x;\n}\n"}]

if __name__ == "__main__":
    if not find_tool():
        print(f"skipped: there is no clang-format {VERSION} on this machine")
        sys.exit(0 if "--fix" in sys.argv else SKIPPED)
    if "--fix" in sys.argv:
        subprocess.run([find_tool(), "-i", *lint.sources(lint.ROOT)], check=True)
        sys.exit(0)
    lint.main(check, GOOD, BAD)
