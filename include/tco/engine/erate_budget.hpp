// SPDX-License-Identifier: Apache-2.0
#pragma once

// What E-Rate offers a district: its discounts, and the five-year budgets of category two for the years of a plan.

#include <optional>
#include <vector>

#include "tco/finance/erate.hpp"
#include "tco/model/plan.hpp"

namespace tco {

struct ErateDiscounts {
    Rate one, two;
    bool entered = false;       ///< in the assumptions, instead of the discount matrix
    Rate eligible;              ///< share of students, where it is not entered
    bool rural = false;         ///< the same
    bool roundingLifts = false; ///< a share rounded to a whole percent would bring more; ask for it
};
/// Nothing when neither a discount nor the lunch share of each school is entered.
std::optional<ErateDiscounts> erateDiscountsOf(const Plan& plan);

struct ErateCycle {
    finance::erate::Cycle cycle;
    finance::erate::Budget budget; ///< before the discount
    Money usedBefore;              ///< the plan
};
/// The students of each school: of the sites that are schools, else all students as one school.
std::vector<std::int64_t> schoolsOf(const Plan& plan);
/// The cycles that the plan's years touch and that are known.
std::vector<ErateCycle> erateCyclesOf(const Plan& plan);
/// Of the year in which a day lies.
int fundingYearOf(Date day);
/// The cybersecurity pilot, per year.
Money pilotCapOf(const Plan& plan);

} // namespace tco
