# SPDX-License-Identifier: Apache-2.0
"""Every source says its licence, headers guard themselves, and nobody can overlook an error.

In headers each function that returns Expected is [[nodiscard]]; an override has it from the base class.
"""
import re

import lint

LICENCE = "SPDX-License-Identifier: Apache-2.0"
FUNCTION = re.compile(r"\bExpected<")


def end_of_template(code, start):
    """Offset behind the > that closes the < before `start`."""
    depth = 1
    while depth and start < len(code):
        depth += {"<": 1, ">": -1}.get(code[start], 0)
        start += 1
    return start


def unmarked_functions(code):
    """Offsets of functions that return Expected and are not [[nodiscard]]."""
    for found in FUNCTION.finditer(code):
        after = code[end_of_template(code, found.end()):]
        before = re.split(r"[;{}]|(?:public|private|protected)\s*:", code[: found.start()])[-1]
        named = re.match(r"\s+[\w:]+\s*\(", after)
        trailing = re.search(r"\bauto\s+\w+\s*\(.*->\s*(tco::)?$", before, re.S)
        overriding = re.match(r"[^;{]*\boverride\b", after)
        if (named or trailing) and not overriding and "[[nodiscard]]" not in before and "return" not in before.split():
            yield found.start()


def check(root):
    faults = []
    commented = [path for path in lint.files(root, ".cpp", ".hpp", ".py", ".cmake", ".txt", ".sql", under=("include", "src", "tests", "resources"))
                 if path.suffix != ".txt" or path.name == "CMakeLists.txt"]
    for path in commented:
        text = path.read_text(encoding="utf-8")
        if LICENCE not in "".join(text.splitlines(True)[:3]):
            faults.append(f"{path.relative_to(root)}:1: the first lines do not say “{LICENCE}”")
        if path.suffix == ".hpp":
            code = lint.code_only(text)
            if "#pragma once" not in code:
                faults.append(f"{path.relative_to(root)}:1: the header has no #pragma once")
            faults += [f"{lint.place(root, path, text, offset)}: returns Expected, but is not [[nodiscard]]" for offset in unmarked_functions(code)]
    return faults


HEAD = f"// {LICENCE}\n#pragma once\n"
GOOD = {
    "include/tco/a.hpp": HEAD + "[[nodiscard]] Expected<std::vector<int>> f(int);\nusing F = std::function<Expected<void>(int)>;\n"
                                "class A {\n  public:\n    [[nodiscard]] static Expected<int> g();\n    Expected<int> h() override;\n};\n// Expected<int> h();\n",
    "src/a.cpp": f"// {LICENCE}\nExpected<int> f() {{ return 1; }}\n",
}
BAD = [
    {"src/b.cpp": "int x;\n"},
    {"tests/lint/x.py": "print(1)\n"},
    {"include/tco/b.hpp": f"// {LICENCE}\nint f();\n"},
    {"include/tco/b.hpp": HEAD + "Expected<int> f();\n"},
    {"include/tco/b.hpp": HEAD + "[[nodiscard]] Expected<int> f();\nExpected<std::pair<int, Expected<int>>> g(int);\n"},
    {"include/tco/b.hpp": HEAD + "class A {\n  public:\n    static Expected<void> f();\n};\n"},
    {"include/tco/b.hpp": HEAD + "auto f(int) -> Expected<void>;\n"},
]

if __name__ == "__main__":
    lint.main(check, GOOD, BAD)
