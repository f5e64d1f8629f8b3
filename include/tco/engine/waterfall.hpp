// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why two scenarios, or two states of a plan, differ: the differences in their inputs, grouped by cause, are put in one group after
// the other. The steps sum to the difference exactly, because each is the change of the total.

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

/// Where an item that only one side has belongs.
Cause causeOf(Kind kind);

/// What differs for one reason, in plan order.
struct CauseDifferences {
    std::vector<FieldRef> fields; ///< of items that both sides have
    std::vector<ItemRef> added;   ///< items that only the second side has
    std::vector<ItemRef> removed; ///< that only the first one has
    bool empty() const { return fields.empty() && added.empty() && removed.empty(); }
};

struct WaterfallStep : CauseDifferences {
    Cause cause{};
    Money nominal, presentValue; ///< by how much the total changes
};

struct Waterfall {
    Money fromNominal, fromPresentValue, toNominal, toPresentValue;
    std::vector<WaterfallStep> steps; ///< only causes with a difference; their sum is to − from
};

/// Between any two plans; items are the same by their ids. Names, notes and whatever else no cost depends on are no difference; the
/// change of a step can be zero. Models and leases are there as soon as anything may need them and as long, so what they cost shows with the units.
Waterfall waterfall(const Calculation& from, const Calculation& to);

} // namespace tco
