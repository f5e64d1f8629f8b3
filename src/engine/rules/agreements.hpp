// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the cost of an agreement belongs, and what it is counted by.

#include "fleet_costs.hpp"

namespace tco {

struct AgreementPlace {
    CostCategory category;
    Element element;
    PriceKind prices; ///< that its amount grows with, where the agreement has no price change of its own
};
AgreementPlace placeOf(AgreementKind kind);

/// The end of the commitment, or of one that follows it, that is not before `after`.
Date endOfCommitment(const Agreement& agreement, const ContractChanges& changes, Date start, Date after);

/// What the yearly amount is multiplied with.
std::int64_t headsOf(AgreementBasis basis, const YearCounts& counts, std::size_t sites);

} // namespace tco
