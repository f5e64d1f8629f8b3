// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/finance/amortization.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::finance;

TEST_CASE("Orange County NC 2016 (B1): the bank's schedule to the cent") {
    // finance-rules.md §7.3: 2,194,084 at 1.56 %, four annual payments in arrears
    const auto schedule = amortize(Money::fromDollars(2'194'084), Money(), Decimal::of("0.0156"), 4, Due::InArrears);
    const struct {
        const char *interest, *principal, *balance;
    } published[] = {{"34227.71", "535851.17", "1658232.83"},
                     {"25868.43", "544210.45", "1114022.38"},
                     {"17378.75", "552700.13", "561322.25"},
                     {"8756.63", "561322.25", "0.00"}};
    CHECK(canonical(schedule.payment) == "570078.88");
    CHECK(canonical(schedule.totalInterest) == "86231.52");
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(canonical(schedule.rows[i].interest) == published[i].interest);
        CHECK(canonical(schedule.rows[i].principal) == published[i].principal);
        CHECK(canonical(schedule.rows[i].balance) == published[i].balance);
    }
}

TEST_CASE("HP-10B tutorial (AMO-05): the last payment takes the cents that are left") {
    const auto schedule = amortize(Money::fromDollars(1000), Money(), Decimal::of("0.10"), 3, Due::InArrears);
    CHECK(canonical(schedule.payment) == "402.11");
    CHECK(canonical(schedule.rows.back().payment) == "402.13");
    CHECK(schedule.rows.back().balance.isZero());
}

TEST_CASE("Pasco County schedule 17 (L11): in advance the first payment has no interest") {
    const auto schedule = amortize(Money::fromDollars(5'173'734), Money(), Decimal::of("0.0329"), 4, Due::InAdvance);
    CHECK(canonical(schedule.payment) == "1356897.82");
    CHECK(schedule.rows[0].interest.isZero());
    CHECK(display(schedule.rows[1].balance) == "$2,585,512");
    CHECK(display(schedule.rows[2].balance) == "$1,313,678");
    CHECK(schedule.rows[3].balance.isZero());
}

TEST_CASE("Laws of every schedule") {
    CHECK(rc::check([] {
        const auto principal = Money::fromCents(*rc::gen::inRange<std::int64_t>(1'000'00, 100'000'000'00));
        const auto residual = Money::fromCents(principal.cents() * *rc::gen::inRange(0, 50) / 100);
        const auto rate = Decimal(*rc::gen::inRange(-20, 80)) / Decimal(1000);
        const int payments = *rc::gen::inRange(1, 60);
        const auto due = *rc::gen::element(Due::InAdvance, Due::InArrears);
        const auto schedule = amortize(principal, residual, rate, payments, due);

        Money principalSum, interestSum, paid;
        for (const auto& row : schedule.rows) {
            RC_ASSERT(row.payment == row.principal + row.interest);
            principalSum += row.principal;
            interestSum += row.interest;
            paid += row.payment;
        }
        const Money left = schedule.rows.back().balance;
        RC_ASSERT(principalSum == principal - left);
        RC_ASSERT(interestSum == paid - principalSum);
        RC_ASSERT(paid == schedule.totalPaid);
        RC_ASSERT(interestSum == schedule.totalInterest);
        if (residual.isZero()) RC_ASSERT(left.isZero());
        if (due == Due::InArrears) RC_ASSERT(left == residual);
        if (due == Due::InAdvance) RC_ASSERT(schedule.rows.front().interest.isZero());
    }));
}

TEST_CASE("A list of the level payments is the level schedule") {
    CHECK(rc::check([] {
        const auto principal = Money::fromCents(*rc::gen::inRange<std::int64_t>(1'000'00, 100'000'000'00));
        const auto residual = Money::fromCents(principal.cents() * *rc::gen::inRange(0, 50) / 100);
        const auto rate = Decimal(*rc::gen::inRange(-20, 80)) / Decimal(1000);
        const auto due = *rc::gen::element(Due::InAdvance, Due::InArrears);
        const auto level = amortize(principal, residual, rate, *rc::gen::inRange(1, 40), due);
        RC_ASSERT(level.unpaid.isZero());
        std::vector<Money> payments;
        for (const auto& row : level.rows) payments.push_back(row.payment);
        const auto extra = Money::fromCents(*rc::gen::inRange(-50, 50));
        payments.back() += extra;
        const auto free = amortizePayments(principal, residual, rate, payments, due);
        RC_ASSERT(free.totalInterest == level.totalInterest);
        RC_ASSERT(free.totalPaid == level.totalPaid + extra);
        RC_ASSERT(free.unpaid == -extra);
    }));
}
