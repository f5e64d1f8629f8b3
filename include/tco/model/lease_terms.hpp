// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a lease needs before it can be calculated. The checks tell a person, the rules leave such a lease out: one law for both.

#include <string_view>

#include "tco/model/items.hpp"

namespace tco {

/// What the way of pricing asks for and is blank: "interest rate"; empty when nothing is missing.
inline std::string_view missingPrice(const Lease& lease) {
    switch (lease.pricing) {
    case LeasePricing::InterestRate: return lease.annualRate ? "" : "interest rate";
    case LeasePricing::PaymentPerDevice: return lease.paymentPerDevice ? "" : "payment per device";
    case LeasePricing::RateFactor: break;
    }
    return lease.rateFactor ? "" : "lease rate factor";
}

/// 1, 2, 4 or 12 payments per year.
inline bool hasPaymentFrequency(const Lease& lease) {
    const int perYear = lease.paymentsPerYear;
    return perYear == 1 || perYear == 2 || perYear == 4 || perYear == 12;
}

} // namespace tco
