// SPDX-License-Identifier: Apache-2.0
#pragma once

// One lease quote beside buying the same things today, over the term of the lease. All amounts are costs.

#include "tco/finance/cash_flow.hpp"

namespace tco::finance {

struct LeaseQuote {
    Decimal price; ///< of buying today
    Decimal payment;
    int payments = 1;
    Due due = Due::InArrears;
    Decimal buyout; ///< paid at the end of the term to keep what was leased; zero when it goes back
    Decimal resale; ///< what bought things sell for at the end of the term
};

struct Worth {
    Decimal nominal, presentValue;
};

struct LeaseOrBuy {
    Worth buy, lease;
    std::optional<Decimal> breakEvenRate; ///< per period: where both present values are equal; nothing when there is none
};

/// `rate` discounts, per period.
LeaseOrBuy leaseOrBuy(const LeaseQuote& quote, const Decimal& rate);

} // namespace tco::finance
