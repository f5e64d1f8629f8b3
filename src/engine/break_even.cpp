// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/break_even.hpp"

#include <cmath>
#include <map>

#include "analysis_plan.hpp"
#include "tco/engine/unrounded.hpp"
#include "tco/finance/root.hpp"
#include "tco/model/lease_terms.hpp"

namespace tco {
namespace {

constexpr double halfACent = 0.005;

/// The steps in which a person enters a value: cents, hundredths of a percent.
struct Steps {
    Decimal step;
    Value (*valueAt)(const Decimal&);

    Value at(std::int64_t count) const { return valueAt(Decimal(count) * step); }
};
Steps cents() {
    return {Decimal::of("0.01"), [](const Decimal& dollars) -> Value { return *Money::rounded(dollars); }};
}
Steps unitPriceCents() {
    return {Decimal::of("0.01"), [](const Decimal& dollars) -> Value { return dollars; }};
}
Steps factors() {
    return {Decimal::of("0.00001"), [](const Decimal& factor) -> Value { return factor; }};
}
Steps rates() {
    return {Decimal::of("0.0001"), [](const Decimal& fraction) -> Value { return Rate(fraction); }};
}
Steps sameRateAtEveryAge() {
    return {Decimal::of("0.0001"), [](const Decimal& fraction) -> Value { return Series<Rate>(Rate(fraction)); }};
}
Steps years() {
    return {Decimal(1), [](const Decimal& count) -> Value { return count.toInteger(); }};
}

double numberOf(const Value& value) {
    const auto number = []<class T>(const T& entered) -> double {
        if constexpr (std::same_as<T, std::int64_t>)
            return double(entered);
        else if constexpr (std::same_as<T, Money> || std::same_as<T, Decimal> || std::same_as<T, Rate>)
            return numberFrom<double>(entered);
        else if constexpr (std::same_as<T, Series<Rate>>)
            return entered.empty() ? 0 : numberFrom<double>(entered.at(0));
        else
            return 0;
    };
    return std::visit(number, value);
}

/// What the second scenario costs more than the first, with one field set to so many steps in both of them.
class Gap {
  public:
    Gap(Plan& first, Plan& second, FieldRef field, Steps steps) : m_first(first), m_second(second), m_field(std::move(field)), m_steps(std::move(steps)) {}

    double atStep(std::int64_t step) {
        auto found = m_known.find(step);
        if (found == m_known.end()) found = m_known.emplace(step, differenceWith(m_steps.at(step))).first;
        return found->second;
    }
    /// Between two steps in a straight line: what a person cannot enter need not be calculated.
    double at(double steps) {
        const double below = std::floor(steps);
        const double left = atStep(std::int64_t(below));
        return below == steps ? left : left + (steps - below) * (atStep(std::int64_t(below) + 1) - left);
    }

  private:
    double differenceWith(const Value& value) { return presentValueWith(m_second, value) - presentValueWith(m_first, value); }
    double presentValueWith(Plan& plan, const Value& value) const {
        const Value entered = valueOf(plan, m_field.item, m_field.field);
        setValue(plan, m_field.item, m_field.field, value);
        const double result = unroundedTotals<double>(plan).presentValue;
        setValue(plan, m_field.item, m_field.field, entered);
        return result;
    }

    Plan &m_first, &m_second;
    FieldRef m_field;
    Steps m_steps;
    std::map<std::int64_t, double> m_known;
};

class Solver {
  public:
    Solver(const Calculation& first, const Calculation& second) : m_first(withoutWords(*first.plan)), m_second(withoutWords(*second.plan)) {}

    /// The crossing nearest to the value entered. `pieces`: into how many parts the limits are divided to look for one; a cost
    /// that is a straight line in the field needs no more than one.
    void solve(BreakEvenKind kind, FieldRef ref, const Steps& steps, int pieces) {
        const auto& limits = *findField(ref.item.kind, ref.field)->limits;
        const auto low = (limits.low / steps.step).toInteger(), high = (limits.high / steps.step).toInteger();
        const double entered = numberOf(enteredIn(ref)) / steps.step.toDouble();
        Gap gap(m_first, m_second, ref, steps);
        std::optional<double> nearest;
        for (int piece = 0; piece < pieces; ++piece) {
            const auto from = low + (high - low) * piece / pieces, to = low + (high - low) * (piece + 1) / pieces;
            if (std::abs(gap.atStep(from) - gap.atStep(to)) < halfACent) continue; // it does not matter here
            const auto root = finance::findRoot<double>([&](double at) { return gap.at(at); }, double(from), double(to));
            // At the very end of the limits, a price of zero for example, both may cost nothing: that is no answer.
            if (!root || std::llround(*root) == low || std::llround(*root) == high) continue;
            if (!nearest || std::abs(*root - entered) < std::abs(*nearest - entered)) nearest = root;
        }
        if (!nearest) return;
        const auto at = std::int64_t(std::llround(*nearest));
        const double below = gap.atStep(at - 1), above = gap.atStep(at + 1); // within the limits: a root at their ends is none
        if (below == above) return;                                          // both cost the same all around
        keep(kind, std::move(ref), steps.at(at), below < above);
    }

    /// Counts do not come close to an equality: the nearest one at which the cheaper scenario is another one.
    void solveYears(FieldRef ref) {
        const auto& limits = *findField(ref.item.kind, ref.field)->limits;
        const auto low = limits.low.toInteger(), high = limits.high.toInteger(), entered = std::get<std::int64_t>(enteredIn(ref));
        if (entered < low || entered > high) return;
        Gap gap(m_first, m_second, ref, years());
        const double now = gap.atStep(entered);
        if (std::abs(now) < halfACent) return;
        const auto isOther = [&](std::int64_t at) { return at >= low && at <= high && gap.atStep(at) * now < 0 && std::abs(gap.atStep(at)) >= halfACent; };
        for (std::int64_t distance = 1; distance <= high - low; ++distance) {
            if (isOther(entered + distance)) return keep(BreakEvenKind::Years, std::move(ref), entered + distance, now < 0);
            if (isOther(entered - distance)) return keep(BreakEvenKind::Years, std::move(ref), entered - distance, now > 0);
        }
    }

    std::vector<BreakEven> found;

  private:
    Value enteredIn(const FieldRef& ref) const { return valueOf(m_second, ref.item, ref.field); }
    void keep(BreakEvenKind kind, FieldRef ref, Value value, bool secondIsCheaperBelow) {
        auto entered = enteredIn(ref);
        found.push_back({kind, std::move(ref), std::move(entered), std::move(value), secondIsCheaperBelow});
    }

    Plan m_first, m_second;
};

/// The lease and the model with the largest difference, by present value.
struct Subjects {
    LeaseId lease;
    AssetModelId model;
};

template <class Key> Key largestOf(const std::map<Key, Money>& byKey) {
    Key largest;
    Money most;
    for (const auto& [key, amount] : byKey)
        if (const auto size = magnitude(amount); size > most) {
            most = size;
            largest = key;
        }
    return largest;
}

Subjects subjectsOf(const Calculation& first, const Calculation& second) {
    std::map<ItemRef, Money> byItem;
    const auto add = [&](const Calculation& calculation, int sign) {
        for (std::size_t i = 0; i < calculation.ledger.size(); ++i) {
            const auto posting = calculation.ledger.at(i);
            if (posting.item.kind == Kind::Cohort) byItem[posting.item] += posting.presentValue * sign;
        }
    };
    add(second, 1);
    add(first, -1);

    std::map<AssetModelId, Money> byModel;
    std::map<LeaseId, Money> byLease, byOtherLease;
    for (const auto& cohort : second.plan->cohorts) {
        const auto found = byItem.find({Kind::Cohort, cohort.id.value});
        if (found == byItem.end()) continue;
        byModel[cohort.model] += found->second;
        const auto size = magnitude(found->second);
        if (const auto* lease = leaseTermsOf(*second.plan, cohort)) byLease[lease->id] += size;
        const auto* before = findById(first.plan->cohorts, cohort.id);
        if (const auto* lease = before ? leaseTermsOf(*first.plan, *before) : nullptr) byOtherLease[lease->id] += size;
    }
    const auto lease = largestOf(byLease);
    return {lease ? lease : largestOf(byOtherLease), largestOf(byModel)};
}

constexpr int piecesForRates = 20;

/// The one number by which the contract states its price.
void solveLease(Solver& solver, const Lease& lease) {
    const ItemRef item{Kind::Lease, lease.id.value};
    switch (lease.pricing) {
    case LeasePricing::PaymentPerDevice: return solver.solve(BreakEvenKind::LeasePayment, {item, "payment_per_device"}, unitPriceCents(), 1);
    case LeasePricing::RateFactor: return solver.solve(BreakEvenKind::LeasePayment, {item, "rate_factor"}, factors(), 1);
    case LeasePricing::PaymentList: return;
    case LeasePricing::InterestRate: break;
    }
    const bool isItsOwn = lease.annualRate || lease.contract == LeaseContract::SinglePayment;
    const FieldRef rate = isItsOwn ? FieldRef{item, "annual_rate"} : FieldRef{{Kind::Assumptions, singleId}, "borrowing_rate"};
    solver.solve(BreakEvenKind::LeaseRate, rate, rates(), piecesForRates);
}

} // namespace

std::vector<BreakEven> breakEvens(const ComparedScenario& first, const ComparedScenario& second) {
    if (first.calculation->counts.empty() || second.calculation->counts.empty()) return {};
    const auto subjects = subjectsOf(*first.calculation, *second.calculation);
    Solver solver(*first.calculation, *second.calculation);
    solver.solve(BreakEvenKind::DiscountRate, {{Kind::Assumptions, singleId}, "discount_rate"}, rates(), piecesForRates);
    if (const auto* lease = findById(second.calculation->plan->leases, subjects.lease)) solveLease(solver, *lease);
    if (const ItemRef model{Kind::AssetModel, subjects.model.value}; contains(*second.calculation->plan, model)) {
        solver.solve(BreakEvenKind::Price, {model, "unit_price"}, cents(), 1);
        solver.solve(BreakEvenKind::Residual, {model, "resale"}, sameRateAtEveryAge(), 1);
        solver.solve(BreakEvenKind::DamageRate, {model, "repair_rate"}, sameRateAtEveryAge(), 1);
        solver.solveYears({model, "useful_life"});
    }
    return std::move(solver.found);
}

} // namespace tco
