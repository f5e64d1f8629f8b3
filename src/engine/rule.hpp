// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules. A new kind of cost is a new file in rules/ and one line in registry.cpp.

#include <span>

#include "fleet_life.hpp"
#include "posting_sink.hpp"
#include "price_index.hpp"

namespace tco {

/// What every rule may look at.
template <Number N> struct RuleContext {
    explicit RuleContext(const Plan& effectivePlan)
        : plan(effectivePlan), calendar(effectivePlan.calendar()), firstDay(effectivePlan.firstDay()), lastDay(calendar.lastDay(effectivePlan.lastYear())),
          prices(effectivePlan) {}

    const Plan& plan;
    FiscalCalendar calendar;
    Date firstDay, lastDay; ///< of the plan
    PriceIndex<N> prices;

    bool inPlan(Date date) const { return date >= firstDay && date <= lastDay; }
};

template <Number N> struct Rule {
    std::string_view code;  ///< stable, for files and --json
    std::string_view title; ///< for people
    void (*fleet)(const RuleContext<N>&, const CohortLife&, PostingSink<N>&) = nullptr;
    void (*staff)(const RuleContext<N>&, const Position&, PostingSink<N>&) = nullptr;
};

template <Number N> std::span<const Rule<N>> ruleRegistry();

/// Runs every rule on one item of the plan, or on all of them in plan order.
template <Number N> void applyRules(const RuleContext<N>& context, ItemRef item, PostingSink<N>& sink);
template <Number N> void applyRules(const RuleContext<N>& context, PostingSink<N>& sink);

// --- rules/ -----------------------------------------------------------------------------------------

template <Number N> void purchaseRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void leasePaymentRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void leaseReturnRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void deploymentRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void licenceOnceRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void licenceYearlyRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void supportRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void repairRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void lossRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void resaleRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void disposalRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void salaryRule(const RuleContext<N>&, const Position&, PostingSink<N>&);
template <Number N> void benefitsRule(const RuleContext<N>&, const Position&, PostingSink<N>&);

} // namespace tco
