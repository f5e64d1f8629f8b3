// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why two scenarios differ: the differences in their inputs, grouped by cause, are put in one group after the other. The
// steps sum to the difference exactly, because each is the change of the total.

#include <string_view>
#include <vector>

#include "tco/engine/calculation.hpp"

namespace tco {

/// In the order in which they are put in.
enum class Cause { Payment, Count, Price, Life, Timing, Rates, Staff, Agreements, Security, UserTime, Assumptions };
inline constexpr std::size_t causeCount = 11;
std::string_view label(Cause cause); ///< "How it is paid for", "Number of units" …
std::string_view key(Cause cause);   ///< "payment", "count" … for --json
/// Where a difference in this field belongs.
Cause causeOf(Kind kind, std::string_view field);

struct WaterfallStep {
    Cause cause{};
    Money nominal, presentValue;  ///< by how much the total changes
    std::vector<FieldRef> fields; ///< what differs, in plan order
};

struct Waterfall {
    Money fromNominal, fromPresentValue, toNominal, toPresentValue;
    std::vector<WaterfallStep> steps; ///< only causes with a difference in their fields; their sum is to − from
};

/// Both must be scenarios of one plan. Names, notes and whatever else no cost depends on are no difference; the change of a
/// step can be zero.
Waterfall waterfall(const Calculation& from, const Calculation& to);

} // namespace tco
