// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/budget.hpp"

#include <algorithm>
#include <map>

#include "cause_steps.hpp"

namespace tco {
namespace {

using Levels = std::map<std::pair<FiscalYear, Charge>, BudgetLevel>;

BudgetLevel& levelOf(Levels& levels, const std::pair<FiscalYear, Charge>& account) {
    auto& level = levels[account];
    level.year = account.first;
    level.charge = account.second;
    return level;
}

void addAsked(const Plan& plan, const CostLedger& ledger, Levels& levels) {
    for (std::size_t i = 0; i < ledger.size(); ++i) {
        const auto posting = ledger.at(i);
        if (!posting.direct) continue;
        auto& level = levelOf(levels, {posting.year, accountOf(plan, posting)});
        level.asked += posting.amount;
        if (std::ranges::find(level.elements, posting.element) == level.elements.end()) level.elements.push_back(posting.element);
    }
}

/// Lines of one account, of several funds perhaps, together.
void addBudget(const Plan& plan, Levels& levels) {
    std::map<std::pair<FiscalYear, Charge>, bool> known;
    for (const auto& line : plan.budgetLines) {
        const FiscalYear year{line.fiscalYear};
        if (year < plan.firstYear() || year > plan.lastYear()) continue;
        const std::pair account{year, Charge{line.function, line.object}};
        auto& level = levelOf(levels, account);
        level.adopted = level.adopted.value_or(Money()) + line.adopted;
        auto& allKnown = known.try_emplace(account, true).first->second;
        allKnown = allKnown && line.actual.has_value();
        level.actual = allKnown ? std::optional(level.actual.value_or(Money()) + *line.actual) : std::nullopt;
    }
}

/// More than costs cash: thresholds and terms of accounting move money from one account to another.
bool mayMove(Kind, const Field& field) { return field.type != FieldType::Text; }

/// The scenario of `after` less that of `before`, by account.
void addCause(Levels& levels, Cause cause, const ChargedAmounts& before, const ChargedAmounts& after) {
    ChargedAmounts change = after;
    for (const auto& [account, amount] : before) change[account] -= amount;
    for (const auto& [account, amount] : change)
        if (!amount.isZero()) levelOf(levels, account).causes.push_back({cause, amount});
}

void addCauses(const Calculation& calculation, const Calculation& adopted, Levels& levels) {
    const Plan& plan = *calculation.plan;
    auto before = chargedAmounts(plan, booksOf(adopted, false).fund.ledger);
    for (const auto& [account, amount] : before)
        if (!amount.isZero()) levelOf(levels, account);
    auto first = before;
    forEachStep(adopted, calculation, mayMove, [&](Cause cause, const CauseDifferences&, const Calculation& step) {
        auto after = chargedAmounts(plan, booksOf(step, false).fund.ledger);
        addCause(levels, cause, before, after);
        before = std::move(after);
    });
    for (auto& [account, level] : levels) level.adoptedPlan = first[account];
}

bool isEmpty(const BudgetLevel& level) {
    return level.asked.isZero() && !level.adopted && level.causes.empty() && level.adoptedPlan.value_or(Money()).isZero();
}

} // namespace

ScenarioId adoptedScenario(const Plan& plan) {
    // What was adopted last; a plan without adopted versions says it by the status.
    const Adoption* latest = nullptr;
    for (const auto& adoption : plan.adoptions)
        if (findById(plan.scenarios, adoption.scenario) && (!latest || latest->adoptedOn <= adoption.adoptedOn)) latest = &adoption;
    if (latest) return latest->scenario;
    const auto found = std::ranges::find(plan.scenarios, ScenarioStatus::Adopted, &Scenario::status);
    return found == plan.scenarios.end() ? ScenarioId{} : found->id;
}

Budget budgetLevels(const Calculation& calculation, const Books& books, const Calculation* adopted) {
    const Plan& plan = *calculation.plan;
    Budget budget;
    if (calculation.counts.empty()) return budget;
    Levels levels;
    addAsked(plan, books.fund.ledger, levels);
    addBudget(plan, levels);
    if (adopted && !adopted->counts.empty())
        addCauses(calculation, *adopted, levels);
    else if (adoptedScenario(plan) && adoptedScenario(plan) == calculation.scenario)
        budget.note = "This is the scenario that the board adopted: differences are those between it and the budget lines.";
    else
        budget.note = "Give the scenario that the board adopted the status “Adopted” to see why this one asks for more or less.";
    for (auto& [account, level] : levels)
        if (!isEmpty(level)) budget.levels.push_back(std::move(level));
    return budget;
}

} // namespace tco
