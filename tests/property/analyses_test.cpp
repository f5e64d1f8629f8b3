// SPDX-License-Identifier: Apache-2.0

// What must hold for every analysis of a plan, tried on random ones.

#include <catch2/catch_all.hpp>

#include <set>
#include <tuple>

#include <rapidcheck.h>

#include "support/any_plan.hpp"
#include "tco/engine/break_even.hpp"
#include "tco/engine/coverage.hpp"
#include "tco/engine/lease_quotes.hpp"
#include "tco/engine/refresh_cycle.hpp"
#include "tco/engine/sensitivity.hpp"
#include "tco/engine/unrounded.hpp"
#include "tco/engine/waterfall.hpp"

using namespace tco;
using namespace tco::test;

namespace {

bool sameLedger(const CostLedger& a, const CostLedger& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same(a.at(i), b.at(i))) return false;
    return true;
}

ItemRef anyItem(test::Random& random, const Plan& plan) {
    for (;;) {
        const auto items = itemsOf(plan, allKinds[std::size_t(test::between(random, 0, int(std::size(allKinds)) - 2))]); // no scenario
        if (!items.empty()) return items[std::size_t(test::between(random, 0, int(items.size()) - 1))];
    }
}

const Field& anyField(test::Random& random, Kind kind) {
    const auto& fields = fieldsOf(kind);
    return fields[std::size_t(test::between(random, 0, int(fields.size()) - 1))];
}

/// Sets a random field of a random item to a random value of its type, whether or not the plan makes sense with it.
void edit(test::Random& random, Plan& plan) {
    const auto item = anyItem(random, plan);
    const auto& field = anyField(random, item.kind);
    setValue(plan, item, field.key, test::randomValue(random, plan, field));
}

/// A plan whose scenarios differ in much more than those of randomPlan().
Plan planWithDifferences() {
    auto plan = anyPlan();
    test::Random random(*rc::gen::arbitrary<std::uint32_t>());
    for (const auto& scenario : plan.scenarios)
        for (int i = 0; i < 12; ++i) {
            const auto item = anyItem(random, plan);
            const auto& field = anyField(random, item.kind);
            plan.overrides[{scenario.id, {item, std::string(field.key)}}] = test::randomValue(random, plan, field);
        }
    return plan;
}

/// The values that a person could enter next to it.
std::pair<Value, Value> neighbours(const Value& value, const FieldRef& ref) {
    const auto step = Decimal::of(ref.field == "rate_factor" ? "0.00001" : std::holds_alternative<Decimal>(value) ? "0.01" : "0.0001");
    if (const auto* money = std::get_if<Money>(&value)) return {*money - Money::fromCents(1), *money + Money::fromCents(1)};
    if (const auto* number = std::get_if<Decimal>(&value)) return {*number - step, *number + step};
    if (const auto* rate = std::get_if<Rate>(&value)) return {Rate(rate->fraction() - step), Rate(rate->fraction() + step)};
    const auto& rate = std::get<Series<Rate>>(value).at(0);
    return {Series<Rate>(Rate(rate.fraction() - step)), Series<Rate>(Rate(rate.fraction() + step))};
}

} // namespace

TEST_CASE("Calculating from an earlier calculation gives the same postings as calculating afresh") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        auto previous = calculate(plan, anyScenario(plan));
        test::Random random(*rc::gen::arbitrary<std::uint32_t>());
        for (int round = 0; round < 8; ++round) {
            for (int edits = test::between(random, 0, 3); edits > 0; --edits) edit(random, plan);
            const auto scenario = anyScenario(plan);
            const auto quick = calculate(plan, scenario, previous.get()), afresh = calculate(plan, scenario);
            RC_ASSERT(sameLedger(quick->ledger, afresh->ledger));
            RC_ASSERT(sameLedger(quick->annualised, afresh->annualised));
            RC_ASSERT(quick->counts == afresh->counts);
            previous = quick;
        }
    }));
}

TEST_CASE("The steps of a waterfall sum to the difference, to the cent") {
    CHECK(rc::check([] {
        const auto plan = planWithDifferences();
        const auto from = calculate(plan, anyScenario(plan)), to = calculate(plan, anyScenario(plan));
        const auto steps = waterfall(*from, *to);
        RC_ASSERT(steps.fromNominal == from->ledger.sum().nominal);
        RC_ASSERT(steps.toPresentValue == to->ledger.sum().presentValue);
        Money nominal = steps.fromNominal, presentValue = steps.fromPresentValue;
        std::set<Cause> causes;
        for (const auto& step : steps.steps) {
            nominal += step.nominal;
            presentValue += step.presentValue;
            RC_ASSERT(causes.insert(step.cause).second);
            RC_ASSERT(!step.fields.empty());
            for (const auto& field : step.fields) {
                RC_ASSERT(causeOf(field.item.kind, field.field) == step.cause);
                RC_ASSERT(valueOf(*from->plan, field.item, field.field) != valueOf(*to->plan, field.item, field.field));
            }
        }
        RC_ASSERT(nominal == steps.toNominal);
        RC_ASSERT(presentValue == steps.toPresentValue);
    }));
}

TEST_CASE("The steps between two plans that have nothing to do with each other sum to the difference, to the cent") {
    CHECK(rc::check([] {
        const auto one = anyPlan(), other = anyPlan();
        const auto from = calculate(one, anyScenario(one)), to = calculate(other, anyScenario(other));
        const auto steps = waterfall(*from, *to);
        Money nominal = steps.fromNominal, presentValue = steps.fromPresentValue;
        for (const auto& step : steps.steps) {
            RC_ASSERT(!step.empty());
            for (const auto& item : step.added) RC_ASSERT(!contains(one, item));
            for (const auto& item : step.removed) RC_ASSERT(!contains(other, item));
            nominal += step.nominal;
            presentValue += step.presentValue;
        }
        RC_ASSERT(nominal == to->ledger.sum().nominal);
        RC_ASSERT(presentValue == to->ledger.sum().presentValue);
    }));
}

TEST_CASE("A scenario has no waterfall to itself, and the way back is as long") {
    CHECK(rc::check([] {
        const auto plan = planWithDifferences();
        const auto from = calculate(plan, anyScenario(plan)), to = calculate(plan, anyScenario(plan));
        RC_ASSERT(waterfall(*from, *from).steps.empty());
        const auto there = waterfall(*from, *to), back = waterfall(*to, *from);
        RC_ASSERT(there.steps.size() == back.steps.size());
        for (std::size_t i = 0; i < there.steps.size(); ++i) RC_ASSERT(there.steps[i].fields == back.steps[i].fields);
    }));
}

TEST_CASE("Sensitivity tells what the present value is when an input is moved") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        // Each input means four calculations.
        plan.district.horizon = std::min(plan.district.horizon, 3);
        const auto keepAtMost = [](std::size_t most, auto&... items) { (items.resize(std::min(most, items.size())), ...); };
        keepAtMost(3, plan.cohorts);
        keepAtMost(1, plan.positions, plan.agreements, plan.incidents, plan.userGroups, plan.headCounts);
        const auto shown = calculate(plan, anyScenario(plan)), base = calculate(plan, anyScenario(plan));
        const bool compared = *rc::gen::arbitrary<bool>();
        const auto inputs = sensitivity(*shown, compared ? base.get() : nullptr, *rc::gen::inRange<std::size_t>(1, 6));
        const auto entered = shown->ledger.sum().presentValue - (compared ? base->ledger.sum().presentValue : Money());
        Money swing;
        for (const auto& input : inputs) {
            RC_ASSERT(input.swing == std::max(input.atLow, input.atHigh) - std::min(input.atLow, input.atHigh));
            RC_ASSERT(input.atLow != entered || input.atHigh != entered);
            if (&input != &inputs.front()) RC_ASSERT(input.swing <= swing);
            swing = input.swing;
        }
        RC_PRE(!inputs.empty());
        const auto& input = anyOf(inputs);
        const auto& field = *findField(input.field.item.kind, input.field.field);
        RC_ASSERT(checkValue(field, input.low).has_value());
        RC_ASSERT(checkValue(field, input.high).has_value());
        RC_PRE(!compared);
        Plan moved = *shown->plan;
        setValue(moved, input.field.item, input.field.field, input.high);
        RC_ASSERT(calculate(moved, {})->ledger.sum().presentValue == input.atHigh);
    }));
}

TEST_CASE("At a break-even both scenarios cost the same, as closely as it can be entered") {
    CHECK(rc::check([] {
        const auto plan = planWithDifferences();
        const auto first = anyScenario(plan), second = anyScenario(plan);
        const auto comparison = compare(plan, {first, second});
        const auto& a = comparison.scenarios[0];
        const auto& b = comparison.scenarios[1];
        for (const auto& breakEven : breakEvens(a, b)) {
            const auto& [item, key] = breakEven.field;
            RC_ASSERT(checkValue(*findField(item.kind, key), breakEven.value).has_value());
            RC_ASSERT(breakEven.entered == valueOf(*b.calculation->plan, item, key));
            Plan one = *a.calculation->plan, two = *b.calculation->plan;
            const auto gap = [&](const Value& value) {
                setValue(one, item, key, value);
                setValue(two, item, key, value);
                return unroundedTotals<double>(two).presentValue - unroundedTotals<double>(one).presentValue;
            };
            const double at = gap(breakEven.value);
            if (breakEven.kind == BreakEvenKind::Years) {
                RC_ASSERT(at * gap(breakEven.entered) < 0);
                continue;
            }
            const auto [below, above] = neighbours(breakEven.value, breakEven.field);
            const double left = gap(below), right = gap(above);
            // The sign changes within one step, and the value is the nearer end of that step.
            const double half = std::max(std::abs(at - left), std::abs(right - at)) / 2;
            RC_ASSERT(std::abs(at) <= half * (1 + 1e-6) + 1e-3);
            RC_ASSERT((left < right) == breakEven.secondIsCheaperBelow);
        }
    }));
}

TEST_CASE("The ranks of lease quotes are a ranking, and the worst case is no cheaper") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        RC_PRE(!plan.assetModels.empty() && !plan.leases.empty());
        const auto& model = anyOf(plan.assetModels);
        const auto units = *rc::gen::inRange<std::int64_t>(1, 2000);
        const auto quotes = compareQuotes(plan, model, units);
        for (const auto& quote : quotes) {
            RC_ASSERT(quote.rank >= 1 && quote.rank <= quotes.size());
            for (const auto& other : quotes) {
                RC_ASSERT((quote.rank < other.rank) == (quote.presentValue < other.presentValue));
                RC_ASSERT((quote.worstRank < other.worstRank) == (quote.worstCase < other.worstCase));
            }
            const auto* lease = findById(plan.leases, quote.lease);
            RC_ASSERT(lease);
            const auto exits = leaseExits(plan, model, *lease, units);
            RC_ASSERT(!exits.empty());
            for (const auto& exit : exits) RC_ASSERT(exit.paid + exit.remaining == quote.total);
            RC_ASSERT(exits.back().remaining.isZero());
            RC_ASSERT(quote.worstCase >= quote.presentValue);
        }
    }));
}

TEST_CASE("The best refresh cycle is the one with the lowest equivalent annual cost") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        RC_PRE(!plan.assetModels.empty());
        const auto& model = anyOf(plan.assetModels);
        const auto cycle = refreshCycle(plan, model);
        RC_ASSERT(cycle.years.size() == std::size_t(std::min(2 * model.usefulLife, 12)));
        RC_ASSERT(cycle.best >= 1 && cycle.best <= int(cycle.years.size()));
        const auto lowest = cycle.years[std::size_t(cycle.best - 1)].equivalentAnnual;
        for (const auto& year : cycle.years) RC_ASSERT(lowest <= year.equivalentAnnual);
        for (std::size_t i = 0; i < cycle.years.size(); ++i) RC_ASSERT(cycle.years[i].years == int(i) + 1);
        RC_ASSERT(std::ranges::is_sorted(cycle.years, {}, &RefreshYear::pastSupport));
    }));
}

TEST_CASE("Coverage sums to the size of all postings, and a source never makes it less sure") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto scenario = anyScenario(plan);
        const auto calculation = calculate(plan, scenario);
        const auto coverage = coverageOf(*calculation);
        std::int64_t size = 0;
        for (const auto cents : calculation->ledger.amountCents()) size += std::abs(cents);
        Money sum = coverage.noSource;
        for (const auto part : coverage.byConfidence) sum += part;
        RC_ASSERT(coverage.total.cents() == size);
        RC_ASSERT(sum == coverage.total);

        auto sourced = plan;
        for (const Kind kind : allKinds)
            for (const auto item : itemsOf(plan, kind))
                for (const auto& field : fieldsOf(kind)) sourced.provenance[{item, std::string(field.key)}] = {"Quote", {}, Confidence::Quote};
        const auto all = coverageOf(*calculate(sourced, scenario));
        RC_ASSERT(all.total == coverage.total);
        RC_ASSERT(all.noSource <= coverage.noSource);
        if (!scenario) RC_ASSERT(all.byConfidence[std::size_t(Confidence::Quote)] == all.total);
    }));
}
