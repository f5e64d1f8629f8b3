// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <algorithm>

#include "tco/model/staffing_schemes.hpp"

using namespace tco;
using enum StaffingCount;

namespace {

StaffingEstimate estimate(std::string_view name, const StaffingCounts& counts) {
    for (const auto& each : staffingEstimates(counts))
        if (each.scheme.name.starts_with(name)) return each;
    FAIL("no scheme " << name);
    return {};
}

void checkRange(const StaffingEstimate& estimate, std::string_view low, std::string_view high) {
    INFO(estimate.scheme.name);
    REQUIRE(estimate.low);
    CHECK(estimate.low->rounded(6).text() == low);
    CHECK(estimate.high->rounded(6).text() == high);
}

} // namespace

// k12-tco.md T32: https://www.doe.virginia.gov/administrators/superintendents_memos/2005/int001.html
TEST_CASE("Virginia: 4,500 students are 4.5 support and 4.5 resource positions") {
    checkRange(estimate("Virginia Standards of Quality, technology", {{Students, 4500}}), "4.5", "4.5");
    checkRange(estimate("Virginia Standards of Quality, instructional", {{Students, 4500}}), "4.5", "4.5");
}

// T33, ratio only: 1,200 computers and 3 technicians are 400 each, between the two levels of Texas.
TEST_CASE("Ratios of the schemes span a factor of ten") {
    const StaffingCounts counts{{Workstations, 1200}, {Users, 840}};
    checkRange(estimate("Texas", counts), "2.4", "3.428571");
    checkRange(estimate("ISTE", counts), "4.8", "16");
    checkRange(estimate("CoSN", counts), "2.4", "24");
    checkRange(estimate("Massachusetts", counts), "6", "12");
    checkRange(estimate("MITRE", counts), "16.6", "23.4");
}

TEST_CASE("Athena and Michigan add up their terms") {
    const StaffingCounts counts{
        {Workstations, 1000},    {Users, 2000},   {Clusters, 30}, {Applications, 100},           {OperatingSystems, 2},         {Licenses, 50},
        {Peripherals, 500},      {Teachers, 300}, {Servers, 10},  {ApplicationsPerComputer, 10}, {ComputersInFullTimeUse, 500}, {OtherStaff, 1},
        {OutsourcedPositions, 2}};
    checkRange(estimate("Athena", counts), "12", "12");       // 2 + 2 + 2 + 2 + 2 + 2
    checkRange(estimate("Michigan", counts), "6.75", "10.8"); // (2 + 1 + 2 + 2 + 2 + 1 + 1 − 2) = 9, less 25%, plus 20%
    for (const auto& each : staffingEstimates(counts)) CHECK((each.missing.empty() || each.scheme.name.starts_with("Virginia")));
}

TEST_CASE("A scheme says what it could not count, and without any count gives no figure") {
    const auto athena = estimate("Athena", {{Workstations, 1000}, {Users, 2000}});
    checkRange(athena, "4", "4");
    CHECK(athena.missing == std::vector{Clusters, Applications, OperatingSystems, Licenses});
    // Adjustments alone are no estimate, and half of a product is none of it.
    const auto michigan = estimate("Michigan", {{OtherStaff, 3}, {ApplicationsPerComputer, 10}});
    CHECK_FALSE(michigan.low);
    CHECK(std::ranges::count(michigan.missing, ComputersInFullTimeUse) == 1);
    for (const auto& each : staffingEstimates({})) {
        CHECK_FALSE(each.low);
        CHECK_FALSE(each.missing.empty());
    }
}
