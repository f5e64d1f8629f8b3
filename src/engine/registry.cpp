// SPDX-License-Identifier: Apache-2.0
#include "rule.hpp"

#include <algorithm>
#include <cassert>

#include "tco/engine/posting.hpp"

namespace tco {

template <Number N> std::span<const Rule<N>> ruleRegistry() {
    static constexpr Rule<N> rules[] = {
        {.code = "purchase", .title = "Cash purchase", .fleet = purchaseRule<N>},
        {.code = "financed_purchase", .title = "Financed purchase", .fleet = financedPurchaseRule<N>},
        {.code = "lease_start", .title = "Start of a lease", .fleet = leaseStartRule<N>},
        {.code = "lease_payment", .title = "Lease payment", .fleet = leasePaymentRule<N>},
        {.code = "lease_renewal", .title = "Lease renewal", .fleet = leaseRenewalRule<N>},
        {.code = "lease_buy_out", .title = "Buy-out at lease end", .fleet = leaseBuyOutRule<N>},
        {.code = "lease_return", .title = "Return at lease end", .fleet = leaseReturnRule<N>},
        {.code = "deployment", .title = "Deployment", .fleet = deploymentRule<N>},
        {.code = "licence_once", .title = "License with the unit", .fleet = licenceOnceRule<N>},
        {.code = "licence_yearly", .title = "Yearly license", .fleet = licenceYearlyRule<N>},
        {.code = "support", .title = "Support and maintenance", .fleet = supportRule<N>},
        {.code = "supplies", .title = "Supplies", .fleet = suppliesRule<N>},
        {.code = "energy", .title = "Energy", .fleet = energyRule<N>},
        {.code = "repair", .title = "Repairs", .fleet = repairRule<N>},
        {.code = "loss", .title = "Lost and stolen units", .fleet = lossRule<N>},
        {.code = "resale", .title = "Resale", .fleet = resaleRule<N>},
        {.code = "disposal", .title = "Disposal", .fleet = disposalRule<N>},
        {.code = "erate", .title = "E-Rate", .fleet = erateRule<N>, .agreement = agreementErateRule<N>},
        {.code = "salary", .title = "Salary", .staff = salaryRule<N>},
        {.code = "benefits", .title = "Benefits", .staff = benefitsRule<N>},
        {.code = "agreement", .title = "Agreement", .agreement = agreementRule<N>},
        {.code = "agreement_setup", .title = "Set-up", .agreement = agreementSetupRule<N>},
        {.code = "agreement_exit", .title = "Exit cost", .agreement = agreementExitRule<N>},
        {.code = "incident", .title = "Expected incident loss", .incident = incidentRule<N>},
        {.code = "user_learning", .title = "Learning time", .users = userLearningRule<N>},
        {.code = "user_support", .title = "Users’ own support time", .users = userSupportRule<N>},
        {.code = "downtime", .title = "Downtime", .users = downtimeRule<N>},
        // Only in the books, from the costs that the rules above make (book_rule.hpp).
        {.code = "capital_asset", .title = "Capital asset"},
        {.code = "loan_accounting", .title = "Debt of a financed purchase"},
        {.code = "lease_accounting", .title = "Lease accounting"},
        {.code = "subscription_accounting", .title = "Subscription accounting"},
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

} // namespace

template <Number N> void applyFleetRules(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    runRules(context, life, sink, &Rule<N>::fleet);
}
template void applyFleetRules(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void applyFleetRules(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

template <Number N> void applyRules(const RuleContext<N>& context, Kind kind, std::size_t index, PostingSink<N>& sink) {
    const Plan& plan = context.plan;
    switch (kind) {
    case Kind::Cohort:
        for (const auto& life : context.livesOf(index)) applyFleetRules(context, life, sink);
        return;
    case Kind::Position:
        if (context.usable.positions[index]) runRules(context, plan.positions[index], sink, &Rule<N>::staff);
        return;
    case Kind::Agreement:
        if (context.usable.agreements[index]) runRules(context, plan.agreements[index], sink, &Rule<N>::agreement);
        return;
    case Kind::Incident:
        if (context.usable.incidents[index]) runRules(context, plan.incidents[index], sink, &Rule<N>::incident);
        return;
    case Kind::UserGroup:
        if (context.usable.userGroups[index]) runRules(context, plan.userGroups[index], sink, &Rule<N>::users);
        return;
    default: return;
    }
}

std::size_t itemCount(const Plan& plan, Kind kind) {
    switch (kind) {
    case Kind::Cohort: return plan.cohorts.size();
    case Kind::Position: return plan.positions.size();
    case Kind::Agreement: return plan.agreements.size();
    case Kind::Incident: return plan.incidents.size();
    case Kind::UserGroup: return plan.userGroups.size();
    default: return 0;
    }
}

template <Number N> void applyRules(const RuleContext<N>& context, PostingSink<N>& sink) {
    for (const Kind kind : costlyKinds)
        for (std::size_t index = 0; index < itemCount(context.plan, kind); ++index) applyRules(context, kind, index, sink);
}

template std::span<const Rule<Decimal>> ruleRegistry();
template std::span<const Rule<double>> ruleRegistry();
template void applyRules(const RuleContext<Decimal>&, Kind, std::size_t, PostingSink<Decimal>&);
template void applyRules(const RuleContext<double>&, Kind, std::size_t, PostingSink<double>&);
template void applyRules(const RuleContext<Decimal>&, PostingSink<Decimal>&);
template void applyRules(const RuleContext<double>&, PostingSink<double>&);

std::string_view ruleCode(RuleId rule) { return ruleRegistry<Decimal>()[std::size_t(rule)].code; }
RuleId ruleFromCode(std::string_view code) {
    const auto rules = ruleRegistry<Decimal>();
    const auto found = std::ranges::find(rules, code, &Rule<Decimal>::code);
    assert(found != rules.end());
    return RuleId(found - rules.begin());
}
std::string_view ruleTitle(RuleId rule) { return ruleRegistry<Decimal>()[std::size_t(rule)].title; }

} // namespace tco
