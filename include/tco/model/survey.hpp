// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a survey of user time found, ready to be entered in a plan in one edit. Only means over groups: who
// answered is not part of it, by design.

#include <string>
#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

/// The answers of one user group about one activity, in hours per person and year.
struct SurveyResult {
    FieldRef field;
    Decimal mean; ///< to the hundredth, as it is entered
    std::int64_t answers = 0;
    Decimal lowest, highest;
    Provenance provenance;
};

struct SurveyImport {
    std::string source;                ///< file name without folder
    std::vector<SurveyResult> results; ///< in the order of the plan's groups and fields
    std::string assumption;            ///< how weeks and months became years, a sentence; blank = not needed

    std::int64_t rowsRead = 0;
    std::int64_t withoutAnswer = 0;          ///< every cell blank or “don’t know”
    std::int64_t refused = 0;                ///< with a finding each
    std::vector<std::string> ignoredColumns; ///< that were not read
    Findings findings;
};

} // namespace tco
