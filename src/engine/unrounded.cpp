// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/unrounded.hpp"

#include "discounting.hpp"
#include "rule.hpp"

namespace tco {
namespace {

template <Number N> class TotalSink final : public PostingSink<N> {
  public:
    explicit TotalSink(const RuleContext<N>& context) : m_context(context), m_discounting(context.plan) {}
    UnroundedTotals<N> totals;

  private:
    void take(const Draft<N>& draft, RuleId, std::span<const Part<N>>, Formula) override {
        if (draft.only == View::Annualised || draft.date < m_context.firstDay || draft.date > m_context.lastDay) return;
        totals.nominal += draft.amount;
        totals.presentValue += draft.amount * m_discounting.factor(m_context.calendar.yearOf(draft.date), draft.date);
    }

    const RuleContext<N>& m_context;
    Discounting<N> m_discounting;
};

} // namespace

template <Number N> UnroundedTotals<N> unroundedTotals(const Plan& plan) {
    RuleContext<N> context(plan);
    context.inCents = false;
    TotalSink<N> sink(context);
    applyRules<N>(context, sink);
    return sink.totals;
}
template UnroundedTotals<Decimal> unroundedTotals(const Plan&);
template UnroundedTotals<double> unroundedTotals(const Plan&);

} // namespace tco
