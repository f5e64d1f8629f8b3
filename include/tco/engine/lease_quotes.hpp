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
    Money worstCase;                     ///< the dearer of that and: notice missed (evergreen payments), units lost at the model's rate charged
    std::size_t rank = 0, worstRank = 0; ///< 1 = lowest
};

/// Every lease that can be calculated and ends within 20 years (the longest plan), evergreen included; in plan order. Costs of
/// running the units are the same under every quote and left out.
/// - Implicit rate: the buy-out where one is agreed, else the residual, is due at the end of the term; compounded with each
///   payment, so per year it is the rate per payment × payments per year.
/// - Missed notice: the regular payment in each period of the evergreen months (of a single payment, its share by months), the
///   end as agreed after them. What the district keeps without further payment has no notice to miss.
/// - Lost units are counted until they go back, of units that are kept until the end of the term. They cost what the
///   contract’s list says, else the model’s loss price, else its unit price.
/// - Ranks: equal amounts share a rank, and the next one is skipped.
std::vector<LeaseQuote> compareQuotes(const Plan& plan, const AssetModel& model, std::int64_t units);

/// Leaving a lease at the end of each of its years, in dollars for all units. The last entry is its regular end, in a last
/// year that may be shorter. A payment due on the day after is still to come.
struct LeaseExit {
    int years = 0;                         ///< since the start
    Money paid;                            ///< until then
    Money remaining;                       ///< regular payments still to come
    Money earlyReturn;                     ///< cost of leaving now: share of the remaining payments, and return
    std::optional<Money> nonAppropriation; ///< the same under the clause, where there is one
};
/// Empty for a lease that cannot be calculated.
std::vector<LeaseExit> leaseExits(const Plan& plan, const AssetModel& model, const Lease& lease, std::int64_t units);

} // namespace tco
