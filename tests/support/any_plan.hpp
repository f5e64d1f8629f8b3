// SPDX-License-Identifier: Apache-2.0
#pragma once

// What property tests draw: a random plan, one of its scenarios, one of its postings compared with another.

#include <tuple>

#include <rapidcheck.h>

#include "support/random_plan.hpp"
#include "tco/engine/posting.hpp"

namespace tco::test {

inline Plan anyPlan() { return randomPlan(*rc::gen::arbitrary<std::uint32_t>()); }

/// One of the plan's scenarios, or the plan as entered.
inline ScenarioId anyScenario(const Plan& plan) {
    const auto index = *rc::gen::inRange<std::size_t>(0, plan.scenarios.size() + 1);
    return index < plan.scenarios.size() ? plan.scenarios[index].id : ScenarioId{};
}

/// One of a list that is not empty.
template <class Items> auto& anyOf(Items& items) { return items[*rc::gen::inRange<std::size_t>(0, items.size())]; }

/// Equal in every respect.
inline bool same(const Posting& a, const Posting& b) {
    const auto fields = [](const Posting& p) {
        return std::tie(p.date, p.year, p.amount, p.presentValue, p.item, p.rule, p.category, p.element, p.function, p.direct, p.recurring, p.site);
    };
    return fields(a) == fields(b);
}

} // namespace tco::test
