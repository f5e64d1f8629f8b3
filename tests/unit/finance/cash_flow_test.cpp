// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "tco/finance/cash_flow.hpp"

using namespace tco;
using namespace tco::finance;

namespace {

std::vector<Decimal> amounts(std::initializer_list<int> list) { return {list.begin(), list.end()}; }
std::vector<Decimal> ratesOf(std::initializer_list<int> list) { return internalRates(yearlyCashFlow(amounts(list), YearTiming::End)); }

bool isNear(const Decimal& a, const Decimal& b, int decimals) { return (a - b).rounded(decimals).isZero(); }

} // namespace

TEST_CASE("Each timing discounts the first year by its own time") {
    const auto rate = Decimal::of("0.21");
    const auto worth = [&](YearTiming timing) { return presentValue(yearlyCashFlow(amounts({-100, 121}), timing), rate); };
    CHECK(isNear(worth(YearTiming::End), Decimal(0), 12));
    CHECK(isNear(worth(YearTiming::Middle), Decimal(10), 12));
    CHECK(isNear(worth(YearTiming::Start), Decimal(21), 12));
}

TEST_CASE("Every rate at which the flows are worth nothing is found") {
    // Flows made from chosen rates: the product of (v − 1/(1+r)) has exactly these.
    CHECK(rc::check([] {
        const auto chosen = *rc::gen::container<std::set<int>>(rc::gen::inRange(-90, 400)); // percent
        RC_PRE(chosen.size() >= 1 && chosen.size() <= 6);
        std::vector<Decimal> flows{Decimal(*rc::gen::element(-100, 100))};
        for (const int percent : chosen) { // times (1 − (1+r) v)
            const auto growing = Decimal(100 + percent) / Decimal(100);
            flows.emplace_back(0);
            for (std::size_t i = flows.size() - 1; i > 0; --i) flows[i] -= flows[i - 1] * growing;
        }
        const auto found = internalRates(yearlyCashFlow(flows, YearTiming::End));
        RC_ASSERT(found.size() == chosen.size());
        std::size_t i = 0;
        for (const int percent : chosen) RC_ASSERT(isNear(found[i++], Decimal(percent) / Decimal(100), 10));
    }));
}

TEST_CASE("Every rate found is a root, and each change of sign between them is one") {
    CHECK(rc::check([] {
        const auto flows = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000)));
        const auto cashFlow = yearlyCashFlow(std::vector<Decimal>(flows.begin(), flows.end()), YearTiming::End);
        const auto rates = internalRates(cashFlow);
        RC_ASSERT(std::ranges::is_sorted(rates));
        for (const auto& rate : rates) {
            Decimal sizes;
            for (const auto& flow : cashFlow.flows) sizes += (flow.amount.isNegative() ? -flow.amount : flow.amount) * discountFactor(rate, flow.period);
            const auto worth = presentValue(cashFlow, rate);
            RC_ASSERT((worth.isNegative() ? -worth : worth) * Decimal(1'000'000'000'000) <= sizes);
        }
        // A coarse scan must not see a change of sign where there is no root.
        Decimal before = Decimal::of("-0.9");
        for (const int percent : {-50, -20, -5, 0, 5, 20, 60, 150, 400, 900}) {
            const Decimal now = Decimal(percent) / Decimal(100);
            const auto a = presentValue(cashFlow, before), b = presentValue(cashFlow, now);
            const auto between = std::ranges::count_if(rates, [&](const Decimal& rate) { return rate > before && rate < now; });
            if (!a.rounded(12).isZero() && !b.rounded(12).isZero()) RC_ASSERT((a.isNegative() != b.isNegative()) == (between % 2 == 1));
            before = now;
        }
    }));
}

TEST_CASE("A rate at which the value only touches zero is found") {
    const auto rates = ratesOf({-100, 220, -121}); // −100 (1 − 1.1 v)²
    REQUIRE(rates.size() == 1);
    CHECK(isNear(rates[0], Decimal::of("0.1"), 10));
    CHECK(ratesOf({-100, 220, -122}).empty());
}

TEST_CASE("No rate without a change of sign") {
    CHECK(ratesOf({-1, -2, -3}).empty());
    CHECK(ratesOf({0, 0, 0}).empty());
    CHECK(ratesOf({5}).empty());
    CHECK_FALSE(preferredRate({}));
}

TEST_CASE("The preferred rate is the smallest positive one, else the largest of the others") {
    const auto rate = [](const char* text) { return Decimal::of(text); };
    CHECK(preferredRate(std::vector{rate("-0.8"), rate("0.09"), rate("0.7")}) == rate("0.09"));
    CHECK(preferredRate(std::vector{rate("-0.8"), rate("-0.1")}) == rate("-0.1"));
    CHECK(preferredRate(std::vector{rate("-0.8"), rate("0")}) == rate("0"));
}

TEST_CASE("The implicit rate gives back the rate of a level payment") {
    CHECK(rc::check([] {
        const auto rate = Decimal(*rc::gen::inRange(-300, 500)) / Decimal(1000);
        const int payments = *rc::gen::inRange(1, 40);
        const auto due = *rc::gen::element(Due::InAdvance, Due::InArrears);
        const Decimal price = 100'000, residual = *rc::gen::inRange(0, 50'000);
        const auto payment = levelPayment(price, residual, rate, payments, due);
        // A single payment at once carries no interest, and one that earns money is not a lease.
        RC_PRE(payment > Decimal(0) && (due == Due::InArrears || payments > 1 || residual > Decimal(0)));
        const auto found = implicitRate(price, payment, payments, residual, due);
        RC_ASSERT(found.has_value());
        RC_ASSERT(isNear(*found, rate, 12));
    }));
}

TEST_CASE("No implicit rate when the first payment alone covers the price") {
    CHECK_FALSE(implicitRate(Decimal(1000), Decimal(1100), 3, Decimal(0), Due::InAdvance));
    CHECK(implicitRate(Decimal(1000), Decimal(1100), 3, Decimal(0), Due::InArrears));
}

TEST_CASE("Payback counts each amount evenly over its year") {
    const auto years = [](std::initializer_list<int> list) { return payback(yearlyCashFlow(amounts(list), YearTiming::End)); };
    CHECK(isNear(*years({-100, 50, 50}), Decimal(2), 12));
    CHECK(isNear(*years({-100, 39, 59, 55, 20}), Decimal(2) + Decimal(2) / Decimal(55), 12));
    CHECK(isNear(*years({-100, 0, 0, 200}), Decimal::of("2.5"), 12));
    CHECK(isNear(*years({100, -80, -40}), Decimal::of("1.5"), 12));
    CHECK_FALSE(years({-100, 50}));
    CHECK_FALSE(years({-100}));
}

TEST_CASE("Dated flows need one date each, none before the first") {
    const std::vector<Date> dates{Date::of(2026, 7, 1), Date::of(2026, 6, 30)};
    CHECK(datedCashFlow(amounts({1, 2}), dates).error().message == "Jun 30, 2026 lies before the first date, Jul 1, 2026; begin with the earliest date.");
    CHECK(datedCashFlow(amounts({1}), dates).error().message == "There are 1 amounts and 2 dates; each amount needs one date.");
    CHECK_FALSE(datedCashFlow({}, {}));
}

TEST_CASE("The equivalent annual amount has the present value of the flows") {
    const auto rate = Decimal::of("0.08");
    const auto cashFlow = yearlyCashFlow(amounts({-100, 39, 59, 55, 20}), YearTiming::End);
    const auto annual = equivalentAnnual(cashFlow, rate).value();
    CHECK(isNear(annual * annuityFactor(rate, 4, Due::InArrears), presentValue(cashFlow, rate), 12));
    CHECK(isNear(*equivalentAnnual(cashFlow, Decimal(0)), Decimal::of("18.25"), 12));
    CHECK_FALSE(equivalentAnnual(yearlyCashFlow(amounts({-100}), YearTiming::End), rate));
}
