// SPDX-License-Identifier: Apache-2.0
#pragma once

// Staffing of a scenario in a year, beside published schemes.

#include <optional>
#include <vector>

#include "tco/engine/calculation.hpp"
#include "tco/model/staffing_schemes.hpp"

namespace tco {

struct StaffingRatios {
    std::optional<Decimal> devicesPerTechnician, studentsPerTechnician, usersPerTechnician, clientsPerTechnician; ///< support staff
    std::optional<Decimal> studentsPerDevice, clientsPerServer, sitesPerTechnician;
};
/// Technicians are full-time equivalents of support staff (YearCounts::supportFte); students per device counts student devices.
/// Nothing where one of the two numbers is zero.
StaffingRatios staffingRatios(const Calculation& calculation, const YearCounts& counts);

/// The counts of a year for tco/model/staffing_schemes.hpp; what a plan does not know (applications, licenses, a head
/// count of zero) is left out; units that an inventory does not have are zero.
StaffingCounts staffingCounts(const Calculation& calculation, const YearCounts& counts);

} // namespace tco
