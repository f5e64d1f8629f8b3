// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/lease_or_buy.hpp"

namespace tco::finance {

LeaseOrBuy leaseOrBuy(const LeaseQuote& quote, const Decimal& rate) {
    const Decimal count = quote.payments, end = discountFactor(rate, quote.payments);
    return {.buy = {quote.price - quote.resale, quote.price - quote.resale * end},
            .lease = {quote.payment * count + quote.buyout, quote.payment * annuityFactor(rate, quote.payments, quote.due) + quote.buyout * end},
            // Both cost the same where the payments, the buy-out and the resale value given up are worth the price.
            .breakEvenRate = implicitRate(quote.price, quote.payment, quote.payments, quote.buyout + quote.resale, quote.due)};
}

} // namespace tco::finance
