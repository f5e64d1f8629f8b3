// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules. A new kind of cost is a new file in rules/ and one line in registry.cpp.

#include <span>

#include "erate_funding.hpp"
#include "model_prices.hpp"
#include "posting_sink.hpp"
#include "price_index.hpp"
#include "year_counts.hpp"

namespace tco {

/// A fiscal year of the plan.
struct PlanYear {
    FiscalYear year;
    Date start, end;      ///< [start, end)
    int twelveMonths = 0; ///< days of twelve months from its first day; the year itself can be shorter or longer
};

/// What every rule may look at: the plan as a scenario sees it, prices of its years, and how many there are of everything.
template <Number N> class RuleContext {
  public:
    explicit RuleContext(const Plan& effectivePlan)
        : plan(effectivePlan), calendar(effectivePlan.calendar()), firstDay(effectivePlan.firstDay()), lastDay(calendar.lastDay(effectivePlan.lastYear())),
          prices(effectivePlan), unchanged(Rate(), effectivePlan.district), models(effectivePlan, prices), changes(effectivePlan) {
        for (auto year = plan.firstYear(); year <= plan.lastYear(); year = year + 1) {
            const Date start = calendar.firstDay(year);
            years.push_back({year, start, calendar.firstDay(year + 1), daysBetween(start, start.addMonths(12))});
        }
        usable = {usableOf(plan.positions), usableOf(plan.agreements), usableOf(plan.incidents), usableOf(plan.userGroups)};
        const FleetLives lives(plan);
        for (const auto& cohort : plan.cohorts) {
            lanes.push_back(fleet.size());
            for (auto& life : lives.of(cohort)) fleet.push_back(std::move(life));
        }
        lanes.push_back(fleet.size());
        counts = yearCounts(plan, fleet);
        erate = erateFundingOf(*this);
    }
    RuleContext(const RuleContext&) = delete;

    /// Reads prices and rates of the plan once more.
    void price() {
        prices = PriceIndexes<N>(plan);
        models = ModelPrices<N>(plan, prices);
        erate = erateFundingOf(*this);
    }

    const Plan& plan;
    FiscalCalendar calendar;
    Date firstDay, lastDay; ///< of the plan
    std::vector<PlanYear> years;
    PriceIndexes<N> prices;
    PriceIndex<N> unchanged; ///< for prices that a contract fixes
    ModelPrices<N> models;
    std::vector<CohortLife> fleet;
    std::vector<std::size_t> lanes; ///< cohort i of the plan has the lives lanes[i] to lanes[i + 1] of the fleet
    std::vector<YearCounts> counts; ///< one per plan year
    /// Which items count and can be calculated, by their place in the plan.
    struct Usable {
        std::vector<bool> positions, agreements, incidents, userGroups;
    } usable;
    /// Schedules of loans are in whole cents, as a bank makes them; simulation leaves them unrounded.
    bool inCents = true;
    ErateFunding<N> erate;
    /// Agreements are told from their first payment on, also before the plan: for the books.
    bool wholeContracts = false;
    ChangesOfPlan changes;
    /// Changes of agreements after it are not known yet: for the books.
    std::optional<Date> knownUntil;

    const YearCounts& countsIn(FiscalYear year) const { return counts[std::size_t(std::clamp(year - plan.firstYear(), 0, int(counts.size()) - 1))]; }
    Date startOf(const Agreement& agreement) const { return agreement.start.value_or(firstDay); }
    ContractChanges changesOf(const Agreement& agreement) const {
        auto reached = changes.of(agreement, startOf(agreement));
        return knownUntil ? knownOn(*knownUntil, std::move(reached)) : reached;
    }
    /// The lives of a cohort by its place in the plan.
    std::span<const CohortLife> livesOf(std::size_t cohortIndex) const {
        return std::span(fleet).subspan(lanes[cohortIndex], lanes[cohortIndex + 1] - lanes[cohortIndex]);
    }

  private:
    template <class Item> static std::vector<bool> usableOf(const std::vector<Item>& items) {
        std::vector<bool> flags;
        for (const auto& item : items) flags.push_back(isUsable(item));
        return flags;
    }
};

template <Number N> struct Rule {
    std::string_view code;  ///< stable, for files and --json
    std::string_view title; ///< for people
    void (*fleet)(const RuleContext<N>&, const CohortLife&, PostingSink<N>&) = nullptr;
    void (*staff)(const RuleContext<N>&, const Position&, PostingSink<N>&) = nullptr;
    void (*agreement)(const RuleContext<N>&, const Agreement&, PostingSink<N>&) = nullptr;
    void (*incident)(const RuleContext<N>&, const Incident&, PostingSink<N>&) = nullptr;
    void (*users)(const RuleContext<N>&, const UserGroup&, PostingSink<N>&) = nullptr;
};

template <Number N> std::span<const Rule<N>> ruleRegistry();

/// Kinds of items that cost something, in the order of the ledger.
inline constexpr Kind costlyKinds[] = {Kind::Cohort, Kind::Position, Kind::Agreement, Kind::Incident, Kind::UserGroup};

std::size_t itemCount(const Plan& plan, Kind kind);

/// Runs the rules for units on one life.
template <Number N> void applyFleetRules(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink);
/// Runs every rule on one item, by its place in the plan.
template <Number N> void applyRules(const RuleContext<N>& context, Kind kind, std::size_t index, PostingSink<N>& sink);
/// Runs every rule on every item, in the order of costlyKinds and of the plan.
template <Number N> void applyRules(const RuleContext<N>& context, PostingSink<N>& sink);

// --- rules/ -----------------------------------------------------------------------------------------

template <Number N> void purchaseRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void financedPurchaseRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void leasePaymentRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void leaseRenewalRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void leaseBuyOutRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void leaseReturnRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void deploymentRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void leaseStartRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void erateRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void agreementErateRule(const RuleContext<N>&, const Agreement&, PostingSink<N>&);
template <Number N> void licenceOnceRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void licenceYearlyRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void supportRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void suppliesRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void energyRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void repairRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void lossRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void resaleRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void disposalRule(const RuleContext<N>&, const CohortLife&, PostingSink<N>&);
template <Number N> void salaryRule(const RuleContext<N>&, const Position&, PostingSink<N>&);
template <Number N> void benefitsRule(const RuleContext<N>&, const Position&, PostingSink<N>&);
template <Number N> void agreementRule(const RuleContext<N>&, const Agreement&, PostingSink<N>&);
template <Number N> void agreementSetupRule(const RuleContext<N>&, const Agreement&, PostingSink<N>&);
template <Number N> void agreementExitRule(const RuleContext<N>&, const Agreement&, PostingSink<N>&);
template <Number N> void incidentRule(const RuleContext<N>&, const Incident&, PostingSink<N>&);
template <Number N> void userLearningRule(const RuleContext<N>&, const UserGroup&, PostingSink<N>&);
template <Number N> void userSupportRule(const RuleContext<N>&, const UserGroup&, PostingSink<N>&);
template <Number N> void downtimeRule(const RuleContext<N>&, const UserGroup&, PostingSink<N>&);

} // namespace tco
