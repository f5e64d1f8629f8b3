// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/calculation.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "ledger_sink.hpp"
#include "rule.hpp"
#include "tco/engine/unrounded.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

template <Number N> class TotalSink final : public PostingSink<N> {
  public:
    explicit TotalSink(const Plan& plan) : m_calendar(plan.calendar()), m_discounting(plan) {}
    UnroundedTotals<N> totals;

  private:
    void take(const Draft<N>& draft, RuleId, Formula) override {
        totals.nominal += draft.amount;
        totals.presentValue += draft.amount * m_discounting.factor(m_calendar.yearOf(draft.date), draft.date);
    }

    FiscalCalendar m_calendar;
    Discounting<N> m_discounting;
};

/// What the lives of the cohorts say, told once per model instead of once per cohort.
class LifeFindings {
  public:
    explicit LifeFindings(const Plan& plan) : m_plan(plan) {}

    void look(const CohortLife& life) {
        auto& units = m_units[life.model->id];
        const auto quantity = life.cohort->quantity;
        if (life.overdue) (life.pastSupport ? units.pastSupport : units.overdue) += quantity;
        if (life.supportCutsLife && !life.overdue) units.cutShort += quantity;
        if (life.leaseOutlivesSupport) units.leased += quantity;
    }

    void addTo(Findings& findings) const {
        for (const auto& [id, units] : m_units) {
            const auto& model = *findById(m_plan.assetModels, id);
            const auto firstYear = m_plan.firstYear().shortLabel();
            const auto say = [&](Severity severity, std::string_view code, std::int64_t count, const std::string& rest) {
                if (count)
                    findings.push_back({severity, code, fmt::format("{}: {} {} {}", model.name, displayCount(count), count == 1 ? "unit" : "units", rest), {}});
            };
            const auto support = model.supportEnd ? model.supportEnd->display() : std::string();
            say(Severity::Warning, "kept_past_support", units.pastSupport,
                fmt::format("kept past the end of support on {}; the plan replaces them at the start of {}.", support, firstYear));
            say(Severity::Note, "overdue", units.overdue, fmt::format("past their planned life; the plan replaces them at the start of {}.", firstYear));
            say(Severity::Note, "support_ends_first", units.cutShort,
                fmt::format("replaced when support ends on {}, before their planned life of {} years is over.", support, model.usefulLife));
            say(Severity::Warning, "lease_outlives_support", units.leased,
                fmt::format("on a lease that runs beyond the end of support on {}; ask for a shorter term or a newer model.", support));
        }
    }

  private:
    struct Units {
        std::int64_t pastSupport = 0, overdue = 0, cutShort = 0, leased = 0;
    };
    const Plan& m_plan;
    std::map<AssetModelId, Units> m_units;
};

} // namespace

std::shared_ptr<const Calculation> calculate(const Plan& plan, ScenarioId scenario) {
    constexpr std::size_t postingsPerItem = 64; // a guess that saves most of the growing
    auto result = std::make_shared<Calculation>();
    const auto* named = findById(plan.scenarios, scenario);
    result->scenario = named ? scenario : ScenarioId{};
    result->name = named ? named->name : "Plan as entered";
    result->plan = std::make_shared<const Plan>(applyScenario(plan, result->scenario));
    const Plan& effective = *result->plan;
    result->findings = validate(effective);
    if (!isUsable(effective)) return result; // validate() says why

    result->ledger.reserve((effective.cohorts.size() + effective.positions.size()) * postingsPerItem);
    LedgerSink sink(effective, result->ledger, result->findings);
    applyRules(RuleContext<Decimal>(effective), sink);

    LifeFindings lives(effective);
    const FleetLives fleet(effective);
    for (const auto& cohort : effective.cohorts)
        if (const auto life = fleet.of(cohort)) lives.look(*life);
    lives.addTo(result->findings);
    std::ranges::stable_sort(result->findings, std::greater{}, &Finding::severity);
    return result;
}

template <Number N> UnroundedTotals<N> unroundedTotals(const Plan& plan) {
    TotalSink<N> sink(plan);
    applyRules<N>(RuleContext<N>(plan), sink);
    return sink.totals;
}
template UnroundedTotals<Decimal> unroundedTotals(const Plan&);
template UnroundedTotals<double> unroundedTotals(const Plan&);

} // namespace tco
