// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/cash_flow.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/finance/root.hpp"

namespace tco::finance {
namespace {

/// Flows of a cash flow as terms of a polynomial in v = (1 + rate per period)^−1, none of them zero.
using Terms = std::vector<Flow>;

Terms termsOf(const CashFlow& cashFlow) {
    Terms terms;
    for (const auto& flow : cashFlow.flows) {
        if (!terms.empty() && terms.back().period == flow.period)
            terms.back().amount += flow.amount;
        else
            terms.push_back(flow);
    }
    std::erase_if(terms, [](const Flow& term) { return term.amount.isZero(); });
    return terms;
}

int signOf(const Decimal& value) { return value.isZero() ? 0 : value.isNegative() ? -1 : 1; }

Decimal valueAt(const Terms& terms, const Decimal& v) {
    Decimal sum, factor = 1;
    int period = 0;
    for (const auto& term : terms) {
        factor *= power(v, term.period - period);
        period = term.period;
        sum += term.amount * factor;
    }
    return sum;
}

/// The sign of the value, zero where it cannot be told from the noise of its own terms.
int signAt(const Terms& terms, const Decimal& v) {
    static const Decimal noise = Decimal::of("0.0000000000000000000000001"); // 10^−25
    Terms sizes = terms;
    for (auto& term : sizes) term.amount = magnitude(term.amount);
    const auto value = valueAt(terms, v);
    return magnitude(value) <= noise * valueAt(sizes, v) ? 0 : signOf(value);
}

/// The first place where the amounts change sign: twice the time half-way between the two.
std::optional<int> signChange(const Terms& terms) {
    const auto place = std::ranges::adjacent_find(terms, [](const Flow& a, const Flow& b) { return signOf(a.amount) != signOf(b.amount); });
    if (place == terms.end()) return {};
    return place->period + (place + 1)->period;
}

/// Where roots are looked for, and the factor by which a search moves outward.
struct Range {
    Decimal lowest, highest, step;
};

/// From `from`, where the value has not yet the sign it has far out, by steps to the first point that has it. `from` follows one step
/// behind. Nothing beyond the range.
std::optional<Decimal> pointWithSign(const Terms& terms, int sign, Decimal& from, const Decimal& step, const Range& range) {
    for (Decimal point = from * step; point >= range.lowest && point <= range.highest; point *= step) {
        if (signAt(terms, point) == sign) return point;
        from = point;
    }
    return {};
}

/// All v in the range where the terms sum to zero, ascending. Dividing by v^t with t in a sign change and taking the derivative
/// gives terms with one sign change less; between its roots, and outside them, there is at most one root.
std::vector<Decimal> rootsOf(const Terms& terms, const Range& range) {
    const auto change = signChange(terms);
    if (!change) return {};
    Terms derivative = terms;
    for (auto& term : derivative) term.amount *= Decimal(2 * std::int64_t(term.period) - *change);
    const auto turns = rootsOf(derivative, range);

    const auto value = [&](const Decimal& v) { return valueAt(terms, v); };
    std::vector<Decimal> roots;
    const auto addBetween = [&](const Decimal& low, const Decimal& high) {
        if (const auto root = findRoot(value, low, high)) roots.push_back(*root);
    };
    const int firstSign = signOf(terms.front().amount), lastSign = signOf(terms.back().amount);
    Decimal from = turns.empty() ? Decimal(1) : turns.front();
    int sign = signAt(terms, from);
    if (sign && sign != firstSign)
        if (const auto low = pointWithSign(terms, firstSign, from, Decimal(1) / range.step, range)) addBetween(*low, from);
    if (turns.empty() && sign == 0) roots.emplace_back(1);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (sign == 0) roots.push_back(turns[i]); // it only touches zero there
        if (i + 1 == turns.size()) break;
        const int next = signAt(terms, turns[i + 1]);
        if (sign * next < 0) addBetween(turns[i], turns[i + 1]);
        sign = next;
    }
    from = turns.empty() ? Decimal(1) : turns.back();
    if (sign && sign != lastSign)
        if (const auto high = pointWithSign(terms, lastSign, from, range.step, range)) addBetween(from, *high);
    return roots;
}

} // namespace

CashFlow yearlyCashFlow(std::span<const Decimal> amounts, YearTiming timing) {
    assert(!amounts.empty());
    CashFlow result{.periodsPerYear = timing == YearTiming::Middle ? 2 : 1, .years = Decimal(std::int64_t(amounts.size()) - 1)};
    for (int year = 0; year < int(amounts.size()); ++year) {
        const int end = year * result.periodsPerYear;
        result.flows.push_back({year == 0 || timing == YearTiming::End ? end : end - 1, amounts[std::size_t(year)]});
    }
    return result;
}

Expected<CashFlow> datedCashFlow(std::span<const Decimal> amounts, std::span<const Date> dates) {
    if (amounts.size() != dates.size())
        return fail(ErrorCode::InvalidInput, fmt::format("There are {} amounts and {} dates; each amount needs one date.", amounts.size(), dates.size()));
    if (amounts.empty()) return fail(ErrorCode::InvalidInput, "There are no amounts.");
    CashFlow result{.periodsPerYear = 365};
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const int days = daysBetween(dates[0], dates[i]);
        if (days < 0)
            return fail(ErrorCode::InvalidInput,
                        fmt::format("{} lies before the first date, {}; begin with the earliest date.", dates[i].display(), dates[0].display()));
        result.flows.push_back({days, amounts[i]});
    }
    std::ranges::stable_sort(result.flows, {}, &Flow::period);
    result.years = Decimal(result.flows.back().period) / Decimal(365);
    return result;
}

CashFlow paymentCashFlow(const Decimal& now, std::span<const Decimal> payments, const Decimal& atEnd, Due due) {
    CashFlow result{.flows = {{0, now}}, .years = Decimal(std::int64_t(payments.size()))};
    int period = due == Due::InAdvance ? 0 : 1;
    for (const auto& payment : payments) result.flows.push_back({period++, payment});
    result.flows.push_back({int(payments.size()), atEnd});
    return result;
}

Decimal presentValue(const CashFlow& cashFlow, const Decimal& rate) {
    const auto perPeriod = cashFlow.periodsPerYear == 1 ? Decimal(1) + rate : power(Decimal(1) + rate, Decimal(1) / Decimal(cashFlow.periodsPerYear));
    return valueAt(cashFlow.flows, Decimal(1) / perPeriod);
}

std::vector<Decimal> internalRates(const CashFlow& cashFlow) {
    const auto perPeriod = Decimal(1) / Decimal(cashFlow.periodsPerYear);
    const auto highest = power(Decimal(1'000'000'000'000'000), perPeriod);
    const Range range{Decimal(1) / highest, highest, power(Decimal(2), perPeriod)};
    std::vector<Decimal> rates;
    for (const auto& v : rootsOf(termsOf(cashFlow), range)) rates.push_back(power(v, -cashFlow.periodsPerYear) - Decimal(1));
    std::ranges::reverse(rates); // the larger v, the lower the rate
    return rates;
}

std::optional<Decimal> preferredRate(std::span<const Decimal> rates) {
    if (rates.empty()) return {};
    const auto positive = std::ranges::find_if(rates, [](const Decimal& rate) { return rate > Decimal(0); });
    return positive != rates.end() ? *positive : rates.back();
}

std::optional<Decimal> payback(const CashFlow& cashFlow) {
    Decimal sum;
    int side = 0, before = 0; // the sign of the sum so far, the time of the flow before
    for (const auto& [period, amount] : cashFlow.flows) {
        const auto sumBefore = sum;
        sum += amount;
        if (side != 0 && signOf(sum) != side)
            return (Decimal(before) + Decimal(period - before) * (sumBefore / (sumBefore - sum))) / Decimal(cashFlow.periodsPerYear);
        side = signOf(sum);
        before = period;
    }
    return {};
}

std::optional<Decimal> equivalentAnnual(const CashFlow& cashFlow, const Decimal& rate) {
    if (cashFlow.years.isZero()) return {};
    const auto factor = isZero(rate) ? cashFlow.years : (Decimal(1) - discountFactor(rate, cashFlow.years)) / rate;
    return presentValue(cashFlow, rate) / factor;
}

std::optional<Decimal> implicitRate(const Decimal& price, std::span<const Decimal> payments, const Decimal& residual, Due due) {
    std::vector<Decimal> paid;
    for (const auto& payment : payments) paid.push_back(-payment);
    return preferredRate(internalRates(paymentCashFlow(price, paid, -residual, due)));
}

std::optional<Decimal> implicitRate(const Decimal& price, const Decimal& payment, int payments, const Decimal& residual, Due due) {
    return implicitRate(price, std::vector<Decimal>(std::size_t(payments), payment), residual, due);
}

} // namespace tco::finance
