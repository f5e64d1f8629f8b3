// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lease quotes side by side for the same equipment, and what leaving a lease costs.

#include <optional>
#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

/// One lease of the plan, applied to `units` of a model bought in the first plan year. Dollars for all units.
struct LeaseQuote {
    LeaseId lease;
    Money payment;                       ///< the first one
    Money total;                         ///< all payments
    std::optional<Rate> implicitRate;    ///< nominal per year, from payments and residual; nothing when no rate fits
    Decimal rateFactor;                  ///< first payment ÷ price
    Money presentValue;                  ///< at the discount rate: payments, and what the end of the term costs as agreed (return, buy-out, renewal)
    Money worstCase;                     ///< present value when notice is missed (evergreen payments) and units lost at the model's rate are charged
    std::size_t rank = 0, worstRank = 0; ///< 1 = lowest
};

/// Every lease that can be calculated, in plan order.
std::vector<LeaseQuote> compareQuotes(const Plan& plan, const AssetModel& model, std::int64_t units);

/// Leaving a lease at the end of each of its years, in dollars for all units. The last entry is its regular end.
struct LeaseExit {
    int years = 0;                         ///< since the start
    Money paid;                            ///< until then
    Money remaining;                       ///< regular payments still to come
    Money earlyReturn;                     ///< cost of leaving now: share of the remaining payments, and return
    std::optional<Money> nonAppropriation; ///< the same under the clause, where there is one
};
std::vector<LeaseExit> leaseExits(const Plan& plan, const AssetModel& model, const Lease& lease, std::int64_t units);

} // namespace tco
