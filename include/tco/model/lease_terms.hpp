// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the terms of a lease mean together, and what they need before they can be calculated. The checks tell a person, the
// rules leave such a lease out: one law for both.

#include <string_view>

#include "tco/model/items.hpp"

namespace tco {

/// How many payments there are.
inline int paymentCount(const Lease& lease) {
    if (lease.contract == LeaseContract::SinglePayment) return 1;
    return lease.pricing == LeasePricing::PaymentList ? int(lease.paymentList.size()) : lease.payments;
}

/// Months between payments; hasPaymentFrequency() must hold.
inline int monthsBetweenPayments(const Lease& lease) { return 12 / lease.paymentsPerYear; }

/// Months from the first day to the end of the term.
inline int termMonthsOf(const Lease& lease) { return lease.termMonths.value_or(paymentCount(lease) * monthsBetweenPayments(lease)); }

/// What becomes of the units: a financed purchase is always kept.
inline LeaseEnd endOf(const Lease& lease) { return lease.contract == LeaseContract::FinancedPurchase ? LeaseEnd::Keep : lease.endOfTerm; }

/// Months from the first day until units that are not kept go back: the term, and what it is rented on for.
inline int monthsUntilReturn(const Lease& lease) { return termMonthsOf(lease) + (endOf(lease) == LeaseEnd::Renew ? lease.renewalMonths : 0); }

/// The district has the units after the term and keeps them for their useful life.
inline bool keepsUnits(const Lease& lease) { return endOf(lease) == LeaseEnd::Keep || endOf(lease) == LeaseEnd::Buy; }

/// The nominal rate per year by which the payments are priced: its own, else the district's borrowing rate; one payment in
/// advance bears no interest unless it says so. Nothing when none is known.
inline std::optional<Rate> pricingRate(const Lease& lease, const Assumptions& assumptions) {
    if (lease.annualRate) return lease.annualRate;
    return lease.contract == LeaseContract::SinglePayment ? Rate() : assumptions.borrowingRate;
}

/// What the way of pricing asks for and is blank: "interest rate"; empty when nothing is missing.
inline std::string_view missingPrice(const Lease& lease, const Assumptions& assumptions) {
    switch (lease.pricing) {
    case LeasePricing::InterestRate: return pricingRate(lease, assumptions) ? "" : "interest rate";
    case LeasePricing::PaymentPerDevice: return lease.paymentPerDevice ? "" : "payment per device";
    case LeasePricing::PaymentList: return lease.paymentList.empty() ? "list of payments" : "";
    case LeasePricing::RateFactor: break;
    }
    return lease.rateFactor ? "" : "lease rate factor";
}

/// 1, 2, 4 or 12 payments per year.
inline bool isPaymentFrequency(int perYear) { return perYear == 1 || perYear == 2 || perYear == 4 || perYear == 12; }
inline bool hasPaymentFrequency(const Lease& lease) { return isPaymentFrequency(lease.paymentsPerYear); }

} // namespace tco
