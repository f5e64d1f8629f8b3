// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/staffing.hpp"

namespace tco {
namespace {

/// Nothing where one of them is zero: not known, or nobody there to share the work.
std::optional<Decimal> ratio(std::int64_t count, const Decimal& of) {
    if (count == 0 || of.isZero()) return {};
    return Decimal(count) / of;
}

} // namespace

StaffingRatios staffingRatios(const Calculation& calculation, const YearCounts& counts) {
    const auto& technicians = counts.supportFte;
    return {.devicesPerTechnician = ratio(counts.devices, technicians),
            .studentsPerTechnician = ratio(counts.students, technicians),
            .usersPerTechnician = ratio(counts.users(), technicians),
            .clientsPerTechnician = ratio(counts.clients, technicians),
            .studentsPerDevice = ratio(counts.students, Decimal(counts.studentDevices)),
            .clientsPerServer = ratio(counts.clients, Decimal(counts.servers)),
            .sitesPerTechnician = ratio(std::int64_t(calculation.plan->sites.size()), technicians)};
}

StaffingCounts staffingCounts(const Calculation& calculation, const YearCounts& counts) {
    StaffingCounts known;
    const auto add = [&](StaffingCount count, std::int64_t number) {
        if (number > 0) known[count] = Decimal(number);
    };
    add(StaffingCount::Students, counts.students);
    add(StaffingCount::Teachers, counts.teachers);
    if (counts.students > 0 && counts.staff > 0) add(StaffingCount::Users, counts.users());
    if (calculation.plan->cohorts.empty()) return known;
    known[StaffingCount::Workstations] = Decimal(counts.clients);
    known[StaffingCount::Peripherals] = Decimal(counts.peripherals);
    known[StaffingCount::Servers] = Decimal(counts.servers);
    return known;
}

} // namespace tco
