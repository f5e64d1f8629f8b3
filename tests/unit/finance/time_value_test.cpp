// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/finance/time_value.hpp"

using namespace tco;
using namespace tco::finance;

namespace {

Decimal randomRate() { return Decimal(*rc::gen::inRange(-300, 500)) / Decimal(1000); }

} // namespace

TEST_CASE("El Paso lease (GASB 87 exercise L2): three payments of 200,000 in arrears at 4 %") {
    // finance-rules.md §1.6 L2, published opening liability 555,018
    const auto liability = Decimal(200'000) * annuityFactor(Decimal::of("0.04"), 3, Due::InArrears);
    CHECK(liability.rounded(0) == Decimal(555'018));
}

TEST_CASE("Kendall County lease (L3): first of three payments at once") {
    const auto liability = Decimal(610'000) * annuityFactor(Decimal::of("0.04"), 3, Due::InAdvance);
    CHECK(liability.rounded(2) == Decimal::of("1760517.75"));
}

TEST_CASE("California SAM 3740: 100 in a year at 9.479 % is worth 91.34") {
    CHECK((Decimal(100) * discountFactor(Decimal::of("0.09479"), 1)).rounded(2) == Decimal::of("91.34"));
}

TEST_CASE("INT-02: 36 monthly payments of 500 in advance at 6 % nominal") {
    const auto value = Decimal(500) * annuityFactor(Decimal::of("0.06") / Decimal(12), 36, Due::InAdvance);
    CHECK(value.rounded(2) == Decimal::of("16517.69"));
}

TEST_CASE("The level payment has the present value of what it repays") {
    CHECK(rc::check([] {
        const auto rate = randomRate();
        const int payments = *rc::gen::inRange(1, 60);
        const auto due = *rc::gen::element(Due::InAdvance, Due::InArrears);
        const Decimal principal = *rc::gen::inRange(1, 10'000'000), residual = *rc::gen::inRange(0, 1'000'000);
        const auto payment = levelPayment(principal, residual, rate, payments, due);
        const auto back = payment * annuityFactor(rate, payments, due) + residual * discountFactor(rate, payments);
        RC_ASSERT(back.rounded(8) == principal);
    }));
}

TEST_CASE("Paid in advance is paid in arrears discounted by one period") {
    CHECK(rc::check([] {
        const auto rate = randomRate();
        const int payments = *rc::gen::inRange(1, 60);
        const auto arrears = levelPayment(Decimal(1'000'000), Decimal(0), rate, payments, Due::InArrears);
        const auto advance = levelPayment(Decimal(1'000'000), Decimal(0), rate, payments, Due::InAdvance);
        RC_ASSERT((advance * (Decimal(1) + rate)).rounded(8) == arrears.rounded(8));
    }));
}

TEST_CASE("At rate zero money has no time value") {
    CHECK(annuityFactor(Decimal(0), 7, Due::InArrears) == Decimal(7));
    CHECK(equivalentAnnual(Decimal(700), Decimal(0), 7).rounded(12) == Decimal(100));
    CHECK(discountFactor(Decimal(0), Decimal::of("3.5")) == Decimal(1));
}

TEST_CASE("What is owed after some payments is what the others are worth") {
    CHECK(rc::check([] {
        const auto rate = randomRate();
        const int payments = *rc::gen::inRange(2, 40), paid = *rc::gen::inRange(1, payments);
        const auto due = *rc::gen::element(Due::InAdvance, Due::InArrears);
        const Decimal principal = 1'000'000, residual = *rc::gen::inRange(0, 500'000);
        const auto payment = levelPayment(principal, residual, rate, payments, due);
        // Right after a payment the next one is a period away, and the residual one more when payments are in advance.
        const int left = payments - paid;
        const auto others = payment * annuityFactor(rate, left, Due::InArrears) + residual * discountFactor(rate, due == Due::InAdvance ? left + 1 : left);
        RC_ASSERT((balanceAfter(principal, payment, rate, paid, due) - others).rounded(8).isZero());
        RC_ASSERT(balanceAfter(principal, payment, rate, 0, due) == principal);
    }));
}

TEST_CASE("Nominal and effective rates convert both ways") {
    CHECK(rc::check([] {
        const auto nominal = randomRate();
        const int perYear = *rc::gen::element(1, 2, 4, 12);
        RC_ASSERT((nominalRate(effectiveRate(nominal, perYear), perYear) - nominal).rounded(12).isZero());
    }));
}

TEST_CASE("Decimal and double agree") {
    CHECK(rc::check([] {
        const auto rate = randomRate();
        const int payments = *rc::gen::inRange(1, 60);
        const auto exact = levelPayment(Decimal(123'456), Decimal(789), rate, payments, Due::InArrears).toDouble();
        const auto fast = levelPayment(123'456.0, 789.0, rate.toDouble(), payments, Due::InArrears);
        RC_ASSERT(std::abs(exact - fast) <= 1e-9 * std::max(1.0, std::abs(exact)));
    }));
}
