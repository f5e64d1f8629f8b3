// SPDX-License-Identifier: Apache-2.0
#pragma once

// Faults in data. Many can be true at once, and the rest of the plan still calculates; so they are
// data, not errors. A finding names the item and says what to do.

#include <string>
#include <string_view>
#include <vector>

namespace tco {

enum class Severity { Note, Warning, Error };

struct Finding {
    Severity severity = Severity::Warning;
    std::string_view code; ///< stable key, for example "kept_past_support"; a string literal
    std::string message;   ///< one sentence that names the item and says what to do
    std::string where;     ///< table or file, row, column in words; may be empty
};

using Findings = std::vector<Finding>;

inline bool hasErrors(const Findings& findings) {
    for (const auto& finding : findings)
        if (finding.severity == Severity::Error) return true;
    return false;
}

} // namespace tco
