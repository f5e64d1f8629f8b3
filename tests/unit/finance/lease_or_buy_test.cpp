// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/finance/lease_or_buy.hpp"

using namespace tco;
using namespace tco::finance;

TEST_CASE("At the break-even rate buying and leasing are worth the same") {
    CHECK(rc::check([] {
        const LeaseQuote quote{.price = 100'000,
                               .payment = *rc::gen::inRange(1000, 60'000),
                               .payments = *rc::gen::inRange(1, 30),
                               .due = *rc::gen::element(Due::InAdvance, Due::InArrears),
                               .buyout = *rc::gen::inRange(0, 20'000),
                               .resale = *rc::gen::inRange(0, 20'000)};
        const auto rate = leaseOrBuy(quote, Decimal(0)).breakEvenRate;
        RC_PRE(rate.has_value()); // none when the payment at once covers the price
        const auto even = leaseOrBuy(quote, *rate);
        RC_ASSERT((even.buy.presentValue - even.lease.presentValue).rounded(6).isZero());
        RC_ASSERT(even.buy.nominal == quote.price - quote.resale);
        RC_ASSERT(even.lease.nominal == quote.payment * Decimal(quote.payments) + quote.buyout);
    }));
}
