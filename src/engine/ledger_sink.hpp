// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sink behind every reported figure. An explanation runs an item's rules through it once more, so that words and
// amounts can never be told of different postings.

#include "cent_sink.hpp"
#include "discounting.hpp"

namespace tco {

/// Where the postings of one view go; with `formulas`, their words as well. Without a ledger the view is not wanted.
struct ViewTarget {
    CostLedger* ledger = nullptr;
    std::vector<Formula>* formulas = nullptr;
};
struct LedgerTarget {
    ViewTarget cash, annualised;
    Findings& findings;
};

/// The cash ledger takes what is paid in the plan, discounted; the annualised one the days of the
/// plan that it pays for.
class LedgerSink final : public CentSink {
  public:
    LedgerSink(const Plan& plan, LedgerTarget target);

  private:
    void keep(const Draft<Decimal>& draft, Posting posting, const Formula& formula) override;
    void keepCash(const Draft<Decimal>& draft, Posting posting, const Formula& formula);
    void keepAnnualised(const Draft<Decimal>& draft, Posting posting, const Formula& formula);

    FiscalCalendar m_calendar;
    std::vector<Date> m_yearStarts; ///< of every plan year and of the one after
    Discounting<Decimal> m_discounting;
    LedgerTarget m_target;
};

} // namespace tco
