// SPDX-License-Identifier: Apache-2.0
#pragma once

// Published rules for how many people support a district’s technology, side by side. They differ by a factor of
// ten, so no single one is a recommendation: show several, each with its year and where it comes from.

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tco/money/decimal.hpp"

namespace tco {

/// What the schemes count.
enum class StaffingCount {
    Students,
    Teachers,
    Users, ///< people who use the technology: students and staff, or staff alone
    Workstations,
    Peripherals,
    Clusters,
    Servers, ///< servers, databases and other major systems
    Applications,
    OperatingSystems,
    Licenses,
    ApplicationsPerComputer, ///< average number on one computer
    ComputersInFullTimeUse,
    OtherStaff,          ///< for web, phones, video and management
    OutsourcedPositions, ///< done by contractors or volunteers
};
inline constexpr std::size_t staffingCountKinds = 14;

std::string_view key(StaffingCount count);   ///< "operating_systems"
std::string_view label(StaffingCount count); ///< "operating systems"

/// A count that is not there is not known; zero is known.
using StaffingCounts = std::map<StaffingCount, Decimal>;

struct StaffingScheme {
    std::string_view name;
    std::string_view year; ///< as published: "2000", "c. 2001–03"; blank when the source gives none
    std::string_view source;
    std::string_view formula; ///< in words
};

struct StaffingEstimate {
    StaffingScheme scheme;
    std::optional<Decimal> low, high;   ///< full-time equivalents; nothing when none of the counts is known
    std::vector<StaffingCount> missing; ///< counts left out of low and high, which are too small by them
};

/// Every scheme, in the order of formulas before ratios.
std::vector<StaffingEstimate> staffingEstimates(const StaffingCounts& counts);

} // namespace tco
