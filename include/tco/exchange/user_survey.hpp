// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the answers of a survey of user time, one row a person (docs/import-survey.md), and writes the empty
// form. Columns that are not known are never read.

#include <string>
#include <string_view>

#include "tco/base/expected.hpp"
#include "tco/model/survey.hpp"

namespace tco {

/// A school year of 180 days.
inline constexpr int defaultSchoolWeeks = 36;

/// `schoolWeeks` (1–52) turns answers per week or month into hours per year. Faulty rows are refused one by one with
/// a finding that names the line; only a file that is no such survey at all is an Error.
[[nodiscard]] Expected<SurveyImport> readUserSurvey(std::string_view csv, std::string_view sourceName, const Plan& plan, int schoolWeeks);

/// A CSV to hand out: the header with units, and a line without answers for each user group of the plan.
std::string userSurveyForm(const Plan& plan);

} // namespace tco
