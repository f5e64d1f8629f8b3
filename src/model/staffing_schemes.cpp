// SPDX-License-Identifier: Apache-2.0
#include "tco/model/staffing_schemes.hpp"

#include <algorithm>
#include <array>

#include "tco/money/money.hpp"

namespace tco {
namespace {

using enum StaffingCount;

struct CountInfo {
    std::string_view key, label;
};

constexpr std::array<CountInfo, staffingCountKinds> countInfos{{
    {"students", "students"},
    {"teachers", "teachers"},
    {"users", "users"},
    {"workstations", "workstations"},
    {"peripherals", "peripherals"},
    {"clusters", "clusters of workstations"},
    {"servers", "servers and other major systems"},
    {"applications", "applications"},
    {"operating_systems", "operating systems"},
    {"licenses", "licenses"},
    {"applications_per_computer", "average applications per computer"},
    {"computers_in_full_time_use", "computers in full-time use"},
    {"other_staff", "staff for web, phones, video and management"},
    {"outsourced_positions", "positions outsourced or done by volunteers"},
}};

/// One person for so many; the low estimate and the high one may differ.
struct Term {
    StaffingCount count;
    int perPersonLow, perPersonHigh;
    std::optional<StaffingCount> times = {}; ///< counted together: applications per computer × computers
    bool adjusts = false;                    ///< blank means none
};

struct Rule {
    StaffingScheme scheme;
    std::vector<Term> terms;
    int percentLow = 100, percentHigh = 100; ///< of the sum of the terms
};

constexpr Term per(StaffingCount count, int perPerson) { return {count, perPerson, perPerson}; }

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all{
        {{"Athena Project, MIT", "1983–91", "https://beat.doebe.li/bibliothek/f00099.html",
          "workstations ÷ 500 + users ÷ 1,000 + clusters ÷ 15 + applications ÷ 50 + operating systems + licenses ÷ 25"},
         {per(Workstations, 500), per(Users, 1000), per(Clusters, 15), per(Applications, 50), per(OperatingSystems, 1), per(Licenses, 25)}},
        {{"Michigan Technology Staffing Guidelines, short form", "2000", "https://beat.doebe.li/bibliothek/f00099.html",
          "(workstations + peripherals) ÷ 500 + users ÷ 1,000 + teachers ÷ 150 + major systems ÷ 5 + applications per computer × computers in full-time use ÷ "
          "5,000 + other staff − outsourced positions; high with 20% more where the environment needs more support, low with 25% less in low-tech districts"},
         {per(Workstations, 500),
          per(Peripherals, 500),
          per(Users, 1000),
          per(Teachers, 150),
          per(Servers, 5),
          {ApplicationsPerComputer, 5000, 5000, ComputersInFullTimeUse},
          {OtherStaff, 1, 1, {}, true},
          {OutsourcedPositions, -1, -1, {}, true}},
         75,
         120},
        {{"Virginia Standards of Quality, technology support", "2005", "https://www.doe.virginia.gov/administrators/superintendents_memos/2005/int001.html",
          "students ÷ 1,000"},
         {per(Students, 1000)}},
        {{"Virginia Standards of Quality, instructional technology resource teachers", "2005",
          "https://www.doe.virginia.gov/administrators/superintendents_memos/2005/int001.html", "students ÷ 1,000, besides technology support"},
         {per(Students, 1000)}},
        {{"MITRE, government and business", "2000",
          "https://mitre.org/news-insights/publication/predicting-staffing-sizes-maintaining-computer-networking-infrastructures", "users ÷ 42, ±17% or more"},
         {per(Users, 42)},
         83,
         117},
        {{"ISTE Technology Support Index, best and lowest level", "", "https://list.uvm.edu/cgi-bin/wa?A2=SCHOOL-IT;5fd45ed4.0704&FT=&P=818406&H=&S=b",
          "workstations ÷ 250 (lowest level, or fewer people) to workstations ÷ 75 (best level, or more)"},
         {{Workstations, 250, 75}}},
        {{"Texas STaR chart", "", "https://www.slideshare.net/slideshow/texas-star-chart-7136227/7136227",
          "workstations ÷ 500 (advanced) to workstations ÷ 350 (target)"},
         {{Workstations, 500, 350}}},
        {{"CoSN", "c. 2001–03", "https://www.techlearning.com/news/tech-support",
          "workstations ÷ 500 (closely managed network) to workstations ÷ 50 (loosely managed, 50 to 70 each)"},
         {{Workstations, 500, 50}}},
        {{"Massachusetts Department of Education", "2003", "http://hs.doversherborn.org/technology/supportstaff.htm",
          "workstations ÷ 200 to workstations ÷ 100"},
         {{Workstations, 200, 100}}},
    };
    return all;
}

StaffingEstimate estimateOf(const Rule& rule, const StaffingCounts& counts) {
    StaffingEstimate estimate{.scheme = rule.scheme, .low = {}, .high = {}, .missing = {}};
    const auto known = [&](StaffingCount count) {
        if (counts.contains(count)) return true;
        if (std::ranges::find(estimate.missing, count) == estimate.missing.end()) estimate.missing.push_back(count);
        return false;
    };
    Decimal low, high;
    bool any = false;
    for (const auto& term : rule.terms) {
        if (term.adjusts && !counts.contains(term.count)) continue;
        const bool first = known(term.count), second = !term.times || known(*term.times);
        if (!first || !second) continue;
        const auto quantity = counts.at(term.count) * (term.times ? counts.at(*term.times) : Decimal(1));
        low += quantity / Decimal(term.perPersonLow);
        high += quantity / Decimal(term.perPersonHigh);
        any |= !term.adjusts;
    }
    if (any) {
        estimate.low = hundredth(low * Decimal(rule.percentLow));
        estimate.high = hundredth(high * Decimal(rule.percentHigh));
    }
    return estimate;
}

} // namespace

std::string_view key(StaffingCount count) { return countInfos[std::size_t(count)].key; }
std::string_view label(StaffingCount count) { return countInfos[std::size_t(count)].label; }

std::vector<StaffingEstimate> staffingEstimates(const StaffingCounts& counts) {
    std::vector<StaffingEstimate> estimates;
    for (const auto& rule : rules()) estimates.push_back(estimateOf(rule, counts));
    return estimates;
}

} // namespace tco
