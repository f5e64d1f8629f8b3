// SPDX-License-Identifier: Apache-2.0
#pragma once

// The levels of the budget: for each account and year what the plan asks for, what the board adopted, what was spent, and why
// the plan asks for more or less. The plan’s side is the fund view of the books, proceeds included, so its sum is cash.

#include <optional>
#include <string>
#include <vector>

#include "tco/engine/accounts.hpp"
#include "tco/engine/books.hpp"
#include "tco/engine/waterfall.hpp"

namespace tco {

struct BudgetCause {
    Cause cause{};
    Money amount; ///< by how much this scenario asks for more than the adopted one because of it
};

struct BudgetLevel {
    FiscalYear year;
    Charge charge;
    std::vector<Element> elements; ///< what the plan charges there; none where only the budget has the account
    Money asked;
    std::optional<Money> adopted; ///< nothing where the budget has no such line
    std::optional<Money> actual;  ///< nothing until all of its lines are known
    /// What the adopted scenario asks for; nothing where there is none beside this one.
    std::optional<Money> adoptedPlan;
    std::vector<BudgetCause> causes; ///< their sum is asked − adoptedPlan

    Money askedLessAdopted() const { return asked - adopted.value_or(Money()); }
    std::optional<Money> actualLessAdopted() const { return actual ? std::optional(*actual - adopted.value_or(Money())) : std::nullopt; }
    /// The part of askedLessAdopted() that the causes do not explain: the budget was not what the adopted scenario asks for.
    std::optional<Money> adoptedPlanLessAdopted() const { return adoptedPlan ? std::optional(*adoptedPlan - adopted.value_or(Money())) : std::nullopt; }
};

struct Budget {
    std::vector<BudgetLevel> levels; ///< by year and account; those that only the budget has, too
    std::string note;                ///< how to learn the causes, where they are not known
};

/// The first scenario that the board adopted; none where there is none.
ScenarioId adoptedScenario(const Plan& plan);

/// `books` are those of the calculation. `adopted`, the calculation of the adopted scenario, gives the causes; nothing where
/// it is the same one or there is none. Accounts are those of the calculation’s plan on both sides.
Budget budgetLevels(const Calculation& calculation, const Books& books, const Calculation* adopted = nullptr);

} // namespace tco
