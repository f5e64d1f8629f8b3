// SPDX-License-Identifier: Apache-2.0
#include "support/random_plan.hpp"

#include <algorithm>
#include <cassert>
#include <set>

#include <fmt/format.h>

namespace tco::test {
namespace {

/// A whole number of 10^-`decimals` within the limits, and below `cap`.
Decimal randomNumber(Random& random, const Field& field, int cap, int decimals) {
    const auto unit = power(Decimal(10), decimals);
    const auto low = field.limits ? std::max(field.limits->low, Decimal(-cap)) : Decimal(0);
    const auto high = field.limits ? std::min(field.limits->high, Decimal(cap)) : Decimal(cap);
    const auto steps = ((high - low) * unit).toInteger();
    return low + Decimal(std::uniform_int_distribution<std::int64_t>(0, steps)(random)) / unit;
}

std::string randomName(Random& random, std::string_view what, RawId id) { return fmt::format("{} {} {}", what, id, randomText(random)); }

/// `targets` has the items that may be referred to: never the item itself, so scenarios cannot form a circle.
void fillFields(Random& random, Plan& plan, ItemRef item, const Plan& targets) {
    for (const auto& field : fieldsOf(item.kind))
        if (field.required || chance(random, 70)) setValue(plan, item, field.key, randomValue(random, targets, field));
    for (const std::string_view key : {"name", "title"})
        if (const auto* field = findField(item.kind, key); field && field->required) setValue(plan, item, key, randomName(random, field->label, item.id));
}

/// What the fields of one item must not say together.
void reconcile(Random& random, Plan& plan) {
    constexpr int frequencies[] = {1, 2, 4, 12};
    for (auto& lease : plan.leases) {
        lease.paymentsPerYear = frequencies[between(random, 0, 3)];
        lease.payments = lease.paymentsPerYear * between(random, 1, 6);
        if (!lease.annualRate) lease.annualRate = Rate(Decimal::of("0.0425"));
        if (lease.paymentList.empty() && lease.pricing == LeasePricing::PaymentList) lease.pricing = LeasePricing::PaymentPerDevice;
        if (lease.serviceShare.fraction() + lease.licenceShare.fraction() > Decimal(1)) lease.licenceShare = Rate();
        if (!lease.paymentPerDevice) lease.paymentPerDevice = Decimal::of("51.09318");
        if (!lease.rateFactor) lease.rateFactor = Decimal::of("0.2608");
    }
    for (auto& model : plan.assetModels)
        if (!model.lease && model.acquisition == ModelAcquisition::Lease) model.acquisition = ModelAcquisition::Purchase;
    for (auto& cohort : plan.cohorts)
        if ((!cohort.lease && cohort.acquisition == CohortAcquisition::Lease) || (!cohort.agreement && cohort.acquisition == CohortAcquisition::Agreement))
            cohort.acquisition = CohortAcquisition::AsModel;
    for (auto& cohort : plan.cohorts)
        if (cohort.lastDay && *cohort.lastDay < cohort.inService) cohort.lastDay.reset();
    auto& assumptions = plan.assumptions;
    if (!plan.leases.empty())
        assumptions.leaseDevices = assumptions.leaseNetwork = plan.leases[std::size_t(between(random, 0, int(plan.leases.size()) - 1))].id;
    if (plan.leases.empty()) assumptions.acquireDevices = assumptions.acquireNetwork = Acquisition::Purchase;
    assumptions.acquireServers = Acquisition::Purchase;
    const auto putInOrder = [](auto& items) {
        for (auto& item : items)
            if (item.start && item.end && *item.end < *item.start) std::swap(item.start, item.end);
    };
    putInOrder(plan.positions);
    putInOrder(plan.agreements);
    putInOrder(plan.incidents);
    for (auto& change : plan.contractChanges) {
        if (change.lease && change.agreement) change.agreement = {};
        if (change.lease || change.agreement) continue;
        if (!plan.leases.empty())
            change.lease = plan.leases.front().id;
        else if (!plan.agreements.empty())
            change.agreement = plan.agreements.front().id;
    }
    for (auto& agreement : plan.agreements) agreement.paymentsPerYear = frequencies[between(random, 0, 3)];
    for (auto& fund : plan.funds)
        if (fund.lastYear && *fund.lastYear < fund.firstYear) std::swap(*fund.lastYear, fund.firstYear);
    std::set<int> years;
    for (auto& entry : plan.headCounts)
        while (!years.insert(entry.fiscalYear).second) ++entry.fiscalYear;
}

void addOverrides(Random& random, Plan& plan) {
    for (const auto& scenario : plan.scenarios)
        for (int i = between(random, 0, 5); i > 0; --i) {
            constexpr Kind kinds[] = {Kind::Assumptions, Kind::Lease,    Kind::Agreement, Kind::ContractChange, Kind::AssetModel, Kind::Cohort,
                                      Kind::Position,    Kind::Incident, Kind::UserGroup, Kind::Fund,           Kind::FundingRule};
            const Kind kind = kinds[std::size_t(between(random, 0, int(std::size(kinds)) - 1))];
            const auto items = itemsOf(plan, kind);
            if (items.empty()) continue;
            const auto item = items[std::size_t(between(random, 0, int(items.size()) - 1))];
            const auto& fields = fieldsOf(kind);
            const auto& field = fields[std::size_t(between(random, 0, int(fields.size()) - 1))];
            const auto added = plan.overrides.try_emplace({scenario.id, FieldRef{item, std::string(field.key)}}, randomValue(random, plan, field));
            if (!added.second) continue;
            // An override may make nonsense of its item or, through children, of another scenario: then it stays out.
            const bool nonsense = std::ranges::any_of(plan.scenarios, [&](const auto& each) { return hasErrors(validate(applyScenario(plan, each.id))); });
            if (nonsense) plan.overrides.erase(added.first);
        }
}

} // namespace

int between(Random& random, int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }

std::string randomText(Random& random) {
    static const std::string letters[] = {"a", "B", "z", "7", " ", "'", "\"", ",", ";", "\n", "“", "ö", "–", "%", "\\", "<", "&", "學", "🎒", "="};
    std::string text = "x"; // never blank and never only white space
    for (int i = between(random, 0, 11); i > 0; --i) text += letters[std::size_t(between(random, 0, int(std::size(letters)) - 1))];
    return text;
}

template <class T, class Make> Value randomSeries(Random& random, Make make) {
    std::vector<T> values;
    for (int i = between(random, 1, 5); i > 0; --i) values.push_back(make());
    return Series<T>(std::move(values));
}

Value randomValue(Random& random, const Plan& plan, const Field& field) {
    if (!field.required && chance(random, 15)) return {};
    switch (field.type) {
    case FieldType::Text: return randomText(random);
    case FieldType::Choice: return std::string(field.choices[std::size_t(between(random, 0, int(field.choices.size()) - 1))].key);
    case FieldType::Count: {
        if (field.unit == "ending year") return std::int64_t(between(random, 2022, 2034));
        return randomNumber(random, field, 2000, 0).toInteger();
    }
    case FieldType::Money: return *Money::rounded(randomNumber(random, field, chance(random, 20) ? 100'000 : 1000, 2));
    case FieldType::UnitPrice: return randomNumber(random, field, 500, 6);
    case FieldType::Number: return randomNumber(random, field, 20, 4);
    case FieldType::Rate: return Rate(randomNumber(random, field, 1, 4));
    case FieldType::Day: return Date::of(between(random, 2018, 2036), between(random, 1, 12), between(random, 1, 28));
    case FieldType::Reference: {
        const auto targets = itemsOf(plan, field.target);
        if (targets.empty()) return {};
        return Link{targets[std::size_t(between(random, 0, int(targets.size()) - 1))].id};
    }
    case FieldType::Rates: return randomSeries<Rate>(random, [&] { return Rate(randomNumber(random, field, 1, 4)); });
    case FieldType::Amounts: return randomSeries<Money>(random, [&] { return *Money::rounded(randomNumber(random, field, 1000, 2)); });
    case FieldType::UnitPrices: return randomSeries<Decimal>(random, [&] { return randomNumber(random, field, 500, 6); });
    }
    return {};
}

Plan randomPlan(std::uint32_t seed) {
    Random random(seed);
    Plan plan;
    RawId nextId = (RawId{1} << 40) + 1;
    fillFields(random, plan, {Kind::District, singleId}, plan);
    fillFields(random, plan, {Kind::Assumptions, singleId}, plan);

    constexpr std::pair<Kind, int> mostItems[] = {{Kind::HeadCount, 3},      {Kind::Site, 4},        {Kind::Lease, 3},   {Kind::Agreement, 3},
                                                  {Kind::ContractChange, 4}, {Kind::AssetModel, 5},  {Kind::Cohort, 8},  {Kind::Position, 4},
                                                  {Kind::Incident, 2},       {Kind::UserGroup, 2},   {Kind::Goal, 2},    {Kind::Benefit, 2},
                                                  {Kind::Fund, 3},           {Kind::FundingRule, 4}, {Kind::Account, 3}, {Kind::BudgetLine, 3},
                                                  {Kind::Scenario, 3},       {Kind::ClosedYear, 2},  {Kind::Adoption, 2}};
    for (const auto& [kind, most] : mostItems) {
        if (kind == Kind::Cohort && plan.assetModels.empty()) continue; // a cohort needs a model
        if (kind == Kind::ContractChange && plan.leases.empty() && plan.agreements.empty()) continue;
        if (kind == Kind::Benefit && plan.goals.empty()) continue;     // a benefit a goal
        if (kind == Kind::FundingRule && plan.funds.empty()) continue; // and a rule a fund
        for (int i = between(random, 0, most); i > 0; --i) {
            const ItemRef item{kind, nextId++};
            const Plan targets = plan;
            addItem(plan, item);
            fillFields(random, plan, item, targets);
        }
    }
    reconcile(random, plan);
    addOverrides(random, plan);
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(plan, kind))
            for (const auto& field : fieldsOf(kind))
                if (chance(random, 10))
                    plan.provenance[{item, std::string(field.key)}] = {
                        randomText(random), chance(random, 50) ? randomText(random) : std::string(), Confidence(between(random, 0, 4)),
                        chance(random, 50) ? randomText(random) : std::string(),
                        chance(random, 50) ? std::optional(Date::of(between(random, 2020, 2030), 3, between(random, 1, 31))) : std::nullopt};
    assert(!hasErrors(validate(plan)));
    return plan;
}

} // namespace tco::test
