// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/finance/economic_life.hpp"

using namespace tco;
using namespace tco::finance;

namespace {

template <Number N> EconomicLife<N> lifeOf(int price, const std::vector<int>& values, const std::vector<int>& expenses, const N& rate) {
    const std::vector<N> resale(values.begin(), values.end()), yearly(expenses.begin(), expenses.end());
    return economicLife<N>(N(price), resale, yearly, rate);
}

} // namespace

TEST_CASE("The best year has the lowest cost, and there the marginal cost crosses the average") {
    CHECK(rc::check([] {
        const int years = *rc::gen::inRange(1, 15), price = *rc::gen::inRange(1000, 100'000);
        const auto rate = Decimal(*rc::gen::inRange(-50, 300)) / Decimal(1000);
        std::vector<int> values, expenses;
        for (int year = 0; year < years; ++year) {
            values.push_back(*rc::gen::inRange(0, 50'000));
            expenses.push_back(*rc::gen::inRange(0, 20'000));
        }
        const auto life = lifeOf(price, values, expenses, rate);
        RC_ASSERT(int(life.rows.size()) == years);
        const auto& best = life.rows[std::size_t(life.bestYears - 1)];
        for (const auto& row : life.rows) RC_ASSERT(best.equivalentAnnualCost.rounded(6) <= row.equivalentAnnualCost.rounded(6));
        RC_ASSERT(best.marginalCost.rounded(6) <= best.equivalentAnnualCost.rounded(6));
        if (life.bestYears < years) {
            const auto& next = life.rows[std::size_t(life.bestYears)];
            RC_ASSERT(next.marginalCost.rounded(6) >= best.equivalentAnnualCost.rounded(6));
        }
    }));
}

TEST_CASE("The equivalent annual cost is that of price, expenses and sale") {
    CHECK(rc::check([] {
        const auto rate = Decimal(*rc::gen::inRange(-50, 300)) / Decimal(1000);
        const std::vector<int> values{*rc::gen::inRange(0, 9000), *rc::gen::inRange(0, 9000)}, expenses{*rc::gen::inRange(0, 9000), *rc::gen::inRange(0, 9000)};
        const auto life = lifeOf(10'000, values, expenses, rate);
        const auto worth = Decimal(10'000) + Decimal(expenses[0]) * discountFactor(rate, 1) + Decimal(expenses[1] - values[1]) * discountFactor(rate, 2);
        RC_ASSERT(life.rows[1].equivalentAnnualCost.rounded(9) == equivalentAnnual(worth, rate, 2).rounded(9));
    }));
}

TEST_CASE("Equal costs: the shorter time is the best one") {
    const auto life = lifeOf(300, {200, 100, 0}, {0, 0, 0}, Decimal(0));
    CHECK(life.bestYears == 1);
}

TEST_CASE("Economic life in double agrees with Decimal") {
    const std::vector<int> values{22500, 16875, 12750}, expenses{3000, 4500, 7000};
    const auto exact = lifeOf(30000, values, expenses, Decimal::of("0.1"));
    const auto fast = lifeOf(30000, values, expenses, 0.1);
    CHECK(exact.bestYears == fast.bestYears);
    for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(exact.rows[i].equivalentAnnualCost.toDouble() - fast.rows[i].equivalentAnnualCost) < 1e-8);
}
