// SPDX-License-Identifier: Apache-2.0
#include "rule.hpp"

#include <algorithm>

#include "tco/engine/posting.hpp"

namespace tco {

template <Number N> std::span<const Rule<N>> ruleRegistry() {
    static constexpr Rule<N> rules[] = {
        {"purchase", "Cash purchase", purchaseRule<N>},
        {"lease_payment", "Lease payment", leasePaymentRule<N>},
        {"lease_return", "Return at lease end", leaseReturnRule<N>},
        {"deployment", "Deployment", deploymentRule<N>},
        {"licence_once", "License with the unit", licenceOnceRule<N>},
        {"licence_yearly", "Yearly license", licenceYearlyRule<N>},
        {"support", "Support and maintenance", supportRule<N>},
        {"repair", "Repairs", repairRule<N>},
        {"loss", "Lost and stolen units", lossRule<N>},
        {"resale", "Resale", resaleRule<N>},
        {"disposal", "Disposal", disposalRule<N>},
        {"salary", "Salary", nullptr, salaryRule<N>},
        {"benefits", "Benefits", nullptr, benefitsRule<N>},
    };
    return rules;
}

namespace {

template <Number N, class Item, class Apply> void runRules(const RuleContext<N>& context, const Item& item, PostingSink<N>& sink, Apply Rule<N>::*apply) {
    const auto rules = ruleRegistry<N>();
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (const auto rule = rules[i].*apply) {
            sink.beginRule(RuleId(i));
            rule(context, item, sink);
        }
}

template <Number N> void runOn(const RuleContext<N>& context, const FleetLives& lives, const Cohort& cohort, PostingSink<N>& sink) {
    if (const auto life = lives.of(cohort)) runRules(context, *life, sink, &Rule<N>::fleet);
}

template <Number N> void runOn(const RuleContext<N>& context, const Position& position, PostingSink<N>& sink) {
    if (isUsable(position)) runRules(context, position, sink, &Rule<N>::staff);
}

} // namespace

template <Number N> void applyRules(const RuleContext<N>& context, ItemRef item, PostingSink<N>& sink) {
    if (item.kind == Kind::Cohort) {
        if (const auto* cohort = findById(context.plan.cohorts, CohortId{item.id})) runOn(context, FleetLives(context.plan), *cohort, sink);
    } else if (item.kind == Kind::Position) {
        if (const auto* position = findById(context.plan.positions, PositionId{item.id})) runOn(context, *position, sink);
    }
}

template <Number N> void applyRules(const RuleContext<N>& context, PostingSink<N>& sink) {
    const FleetLives lives(context.plan);
    for (const auto& cohort : context.plan.cohorts) runOn(context, lives, cohort, sink);
    for (const auto& position : context.plan.positions) runOn(context, position, sink);
}

template std::span<const Rule<Decimal>> ruleRegistry();
template std::span<const Rule<double>> ruleRegistry();
template void applyRules(const RuleContext<Decimal>&, ItemRef, PostingSink<Decimal>&);
template void applyRules(const RuleContext<Decimal>&, PostingSink<Decimal>&);
template void applyRules(const RuleContext<double>&, PostingSink<double>&);

std::string_view ruleCode(RuleId rule) { return ruleRegistry<Decimal>()[std::size_t(rule)].code; }
std::string_view ruleTitle(RuleId rule) { return ruleRegistry<Decimal>()[std::size_t(rule)].title; }

} // namespace tco
