// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/cuts.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "analysis_plan.hpp"
#include "rules/agreements.hpp"

namespace tco {
namespace {

class CutFinder {
  public:
    CutFinder(const Plan& plan, ScenarioId scenario, Money amount, FiscalYear year)
        : m_plan(withoutWords(applyScenario(plan, scenario))), m_base(calculate(m_plan, {})) {
        m_cuts.year = year;
        m_cuts.amount = amount;
    }

    Cuts run() {
        if (m_base->counts.empty()) return std::move(m_cuts);
        findOptions();
        choose();
        return std::move(m_cuts);
    }

  private:
    Date firstDay() const { return m_plan.calendar().firstDay(m_cuts.year); }
    Money directIn(const Calculation& calculation, std::optional<FiscalYear> year) const {
        return calculation.ledger.sum({.year = year, .direct = true}).nominal;
    }

    void findOptions() {
        for (const auto& position : m_plan.positions) tryOption(CutKind::EndPosition, {Kind::Position, position.id.value}, "End the position “{}”");
        for (const auto& agreement : m_plan.agreements)
            if (!isBound(agreement)) tryOption(CutKind::EndAgreement, {Kind::Agreement, agreement.id.value}, "End the agreement “{}”");
        for (const auto& cohort : m_plan.cohorts)
            tryOption(CutKind::KeepLonger, {Kind::Cohort, cohort.id.value}, "Keep “{}” a year longer before it is replaced");
        std::ranges::stable_sort(m_cuts.options, std::greater{}, &CutOption::inYear);
    }

    bool isBound(const Agreement& agreement) const {
        const auto isPaidBy = [&](const Cohort& cohort) { return cohort.acquisition == CohortAcquisition::Agreement && cohort.agreement == agreement.id; };
        if (std::ranges::any_of(m_plan.cohorts, isPaidBy)) return true;
        const Date start = agreement.start.value_or(m_plan.firstDay());
        return start < firstDay() && endOfCommitment(agreement, start, firstDay()) > firstDay();
    }

    void tryOption(CutKind kind, ItemRef item, std::string_view words) {
        if (m_base->ledger.find({.year = m_cuts.year, .item = item, .direct = true}).empty()) return;
        CutOption option{{}, kind, item, fmt::format(fmt::runtime(words), nameOf(m_plan, item))};
        static_cast<CutEffect&>(option) = effectOf({&option});
        if (option.inYear > Money()) m_cuts.options.push_back(std::move(option));
    }

    template <class Item> void end(Item& item) const {
        if (item.start && *item.start >= firstDay())
            item.included = Included::No;
        else
            item.end = std::min(item.end.value_or(firstDay()), firstDay().addDays(-1));
    }

    void apply(const CutOption& option, Plan& plan) const {
        const auto is = [&](const auto& item) { return item.id.value == option.item.id; };
        switch (option.kind) {
        case CutKind::EndPosition: end(*std::ranges::find_if(plan.positions, is)); return;
        case CutKind::EndAgreement: end(*std::ranges::find_if(plan.agreements, is)); return;
        case CutKind::KeepLonger: ++std::ranges::find_if(plan.cohorts, is)->extraYears; return;
        }
    }

    /// The same sentences are the same findings.
    Findings newWarnings(const Calculation& after) const {
        std::set<std::string_view> known;
        for (const auto& finding : m_base->findings) known.insert(finding.message);
        Findings warnings;
        std::ranges::copy_if(after.findings, std::back_inserter(warnings),
                             [&](const Finding& finding) { return finding.severity != Severity::Note && !known.contains(finding.message); });
        return warnings;
    }

    CutEffect effectOf(const std::vector<const CutOption*>& options) const {
        Plan plan = m_plan;
        for (const auto* option : options) apply(*option, plan);
        const auto after = calculate(plan, {}, m_base.get());
        if (after->counts.empty()) return {};
        const auto indirect = [](const Calculation& calculation) { return calculation.ledger.sum({.direct = false}).nominal; };
        return {directIn(*m_base, m_cuts.year) - directIn(*after, m_cuts.year), directIn(*m_base, {}) - directIn(*after, {}),
                indirect(*after) - indirect(*m_base), newWarnings(*after)};
    }

    void take(const std::vector<std::size_t>& chosen) {
        std::vector<const CutOption*> options;
        for (const auto index : chosen) options.push_back(&m_cuts.options[index]);
        m_cuts.chosen = chosen;
        m_cuts.together = effectOf(options);
        m_cuts.reached = m_cuts.together.inYear >= m_cuts.amount;
    }

    /// As many of the largest as it takes, the last one no larger than needed. Together they can save less than one by one; then
    /// the next one joins them.
    void choose() {
        const auto& options = m_cuts.options;
        std::vector<std::size_t> chosen;
        Money sum;
        for (std::size_t i = 0; i < options.size(); ++i) {
            auto last = i;
            while (last + 1 < options.size() && sum + options[last + 1].inYear >= m_cuts.amount) ++last;
            chosen.push_back(last);
            if (sum + options[last].inYear >= m_cuts.amount) take(chosen);
            if (m_cuts.reached) return;
            chosen.back() = i;
            sum += options[i].inYear;
        }
        take(chosen);
    }

    Plan m_plan;
    std::shared_ptr<const Calculation> m_base;
    Cuts m_cuts;
};

} // namespace

std::string_view key(CutKind kind) {
    constexpr std::string_view keys[] = {"end_position", "end_agreement", "keep_longer"};
    return keys[std::size_t(kind)];
}

Cuts cutOptions(const Plan& plan, ScenarioId scenario, Money amount, FiscalYear year) {
    assert(amount > Money() && year >= plan.firstYear() && year <= plan.lastYear());
    return CutFinder(plan, scenario, amount, year).run();
}

} // namespace tco
