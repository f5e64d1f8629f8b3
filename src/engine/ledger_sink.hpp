// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sink behind every reported figure. An explanation runs an item's rules through it once more, so that words and
// amounts can never be told of different postings.

#include <fmt/format.h>

#include "discounting.hpp"
#include "posting_sink.hpp"
#include "tco/engine/posting.hpp"

namespace tco {

/// Rounds each cost to cents, discounts it and keeps it; with `formulas`, the words of each kept posting as well.
class LedgerSink final : public PostingSink<Decimal> {
  public:
    LedgerSink(const Plan& plan, CostLedger& ledger, Findings& findings, std::vector<Formula>* formulas = nullptr)
        : PostingSink<Decimal>(formulas != nullptr), m_plan(plan), m_calendar(plan.calendar()), m_discounting(plan), m_ledger(ledger), m_findings(findings),
          m_formulas(formulas) {}

  private:
    void take(const Draft<Decimal>& draft, RuleId rule, Formula formula) override {
        const auto year = m_calendar.yearOf(draft.date);
        const auto amount = Money::rounded(draft.amount);
        const auto present = amount ? Money::rounded(amount->dollars() * m_discounting.factor(year, draft.date)) : std::nullopt;
        if (!amount || !present) {
            m_findings.push_back({Severity::Error,
                                  "amount_too_large",
                                  fmt::format("{}: {} in {} is too large to calculate and is left out; check quantities and prices.",
                                              nameOf(m_plan, draft.item), ruleTitle(rule), year.shortLabel()),
                                  {}});
            return;
        }
        m_ledger.append({draft.date, year, *amount, *present, draft.item, rule, draft.category, draft.element, true, draft.recurring, draft.site});
        if (m_formulas) m_formulas->push_back(std::move(formula));
    }

    const Plan& m_plan;
    FiscalCalendar m_calendar;
    Discounting<Decimal> m_discounting;
    CostLedger& m_ledger;
    Findings& m_findings;
    std::vector<Formula>* m_formulas;
};

} // namespace tco
