// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the books do with something that is owned: whether it is capitalized, its depreciation, and its end.

#include "../book_rule.hpp"

namespace tco {

/// By unit, or by the group that was bought together (GASB Implementation Guide 2021-1, question 5.1).
bool isCapitalized(const Assumptions& assumptions, Money cost, std::int64_t units);

/// An asset from the day it is there to its disposal, in the government-wide view.
struct OwnedAsset {
    Money cost;
    int lifeMonths = 12;
    Date start, disposed;
    Money sale; ///< what it brings; a credit is negative
};
/// Depreciation until a day after its first; returns the book value on it.
Money bookDepreciation(BookWriter& writer, const OwnedAsset& asset, Date end);
/// Depreciation and, at the end, the loss or gain.
void bookOwnedAsset(BookWriter& writer, const OwnedAsset& asset);

/// What a sale brings, in the fund view.
void bookSaleInFund(BookWriter& writer, const GenerationCosts& costs);

} // namespace tco
