// SPDX-License-Identifier: Apache-2.0
#pragma once

// Straight-line depreciation and amortization. What is used up since the beginning is rounded at the end of each year and a
// year takes the difference, so that the years add up to the amount exactly: $10,000 over three years is 3,333.33,
// 3,333.34, 3,333.33. Amounts stay within ±$10^12.

#include <optional>
#include <vector>

#include "tco/base/date.hpp"
#include "tco/money/money.hpp"

namespace tco::finance {

/// The part of `amount` used up after `elapsed` of `life`, in one unit of time, rounded to cents: none before the start, all
/// from the end on, also with a life of zero or less.
Money usedUp(Money amount, const Decimal& elapsed, const Decimal& life);

/// What counts of the fiscal years in which an asset comes and goes.
enum class DepreciationConvention {
    Monthly,  ///< from the month placed in service, a full one, to the month before it is disposed of
    HalfYear, ///< half of the year placed in service and half of the year of disposal
    FullYear, ///< all of the year placed in service and nothing of the year of disposal
};

struct DepreciationYear {
    FiscalYear year;
    Money depreciation;
    Money bookValueEnd; ///< zero in the year of disposal
};

/// One row for each fiscal year from the one placed in service to the last with depreciation, or the year of disposal when
/// that comes first. `lifeMonths` at least 1. Without a disposal the rows sum to cost − salvage.
std::vector<DepreciationYear> depreciate(Money cost, Money salvage, int lifeMonths, Date inService, DepreciationConvention convention,
                                         const FiscalCalendar& calendar, std::optional<Date> disposed = {});

/// Cost less depreciation when the asset is disposed of on this day, not before it was placed in service. The gain is what it
/// sells for less this; a loss when negative.
Money bookValueAt(Money cost, Money salvage, int lifeMonths, Date inService, DepreciationConvention convention, const FiscalCalendar& calendar, Date disposed);

} // namespace tco::finance
