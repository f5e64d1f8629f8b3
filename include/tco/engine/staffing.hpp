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
StaffingRatios staffingRatios(const Calculation& calculation, const YearCounts& counts);

/// The counts of a year for tco/model/staffing_schemes.hpp; what a plan does not know (applications, licenses) is left out.
StaffingCounts staffingCounts(const Calculation& calculation, const YearCounts& counts);

} // namespace tco
