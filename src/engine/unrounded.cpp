// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/unrounded.hpp"

#include "discounting.hpp"
#include "rule.hpp"

namespace tco {
namespace {

template <Number N> class TotalSink final : public PostingSink<N> {
  public:
    explicit TotalSink(const RuleContext<N>& context) : PostingSink<N>(false, false), m_context(context), m_discounting(context.plan) {}
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

template <Number N> struct Projection<N>::State {
    explicit State(Plan effective) : plan(std::move(effective)), context(plan) { context.inCents = false; }
    Plan plan;
    RuleContext<N> context;
};

template <Number N> Projection<N>::Projection(Plan plan) : m_state(std::make_unique<State>(std::move(plan))) {}
template <Number N> Projection<N>::~Projection() = default;
template <Number N> Plan& Projection<N>::plan() { return m_state->plan; }

template <Number N> UnroundedTotals<N> Projection<N>::totals() {
    m_state->context.price();
    TotalSink<N> sink(m_state->context);
    applyRules<N>(m_state->context, sink);
    return sink.totals;
}
template class Projection<Decimal>;
template class Projection<double>;

template <Number N> UnroundedTotals<N> unroundedTotals(const Plan& plan) { return Projection<N>(plan).totals(); }
template UnroundedTotals<Decimal> unroundedTotals(const Plan&);
template UnroundedTotals<double> unroundedTotals(const Plan&);

} // namespace tco
