// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a survey of user time found, for the command line and the window to show before it is entered.

#include "tco/model/survey.hpp"
#include "tco/report/report.hpp"

namespace tco {

/// Per group and activity: mean, answers, lowest, highest, and what the plan says now.
Table surveyTable(const Plan& plan, const SurveyImport& survey);

} // namespace tco
