// SPDX-License-Identifier: Apache-2.0

// The district, its assumptions, its people and places, and its scenarios.

#include "field_makers.hpp"

namespace tco {
namespace {

using FieldType::Text, FieldType::Count, FieldType::UnitPrice, FieldType::Reference;

constexpr Choice timingChoices[] = {{"year_start", "Start of year"}, {"mid_year", "Middle of year"}, {"year_end", "End of year"}, {"dated", "By date"}};
constexpr Choice siteKindChoices[] = {
    {"elementary", "Elementary"}, {"middle", "Middle"}, {"high", "High"}, {"combined", "Combined"}, {"other", "Other building"}};
constexpr Choice acquisitionChoices[] = {{"purchase", "Buy"}, {"lease", "Lease or finance"}};
constexpr Choice depreciationChoices[] = {{"month", "By month"}, {"half_year", "Half a year first and last"}, {"full_year", "Full year first"}};
constexpr Choice statusChoices[] = {{"draft", "Draft"}, {"proposed", "Proposed"}, {"adopted", "Adopted"}};

} // namespace

const std::vector<BoundField<District>>& boundFields(const District*) {
    static const std::vector<BoundField<District>> fields = {
        bind<&District::name>({.key = "name", .label = "District", .help = "The district's name, as it stands on the report.", .type = Text, .required = true}),
        bind<&District::state>({.key = "state", .label = "State", .help = "Two letters, for example TX.", .type = Text}),
        bind<&District::fiscalYearStartMonth>({.key = "fiscal_year_start_month",
                                               .label = "Fiscal year starts in month",
                                               .unit = "1–12",
                                               .help = "7 for July, the most common; 9 for September in some Texas districts.",
                                               .type = Count,
                                               .required = true,
                                               .limits = between("1", "12")}),
        bind<&District::changeYear>({.key = "change_year",
                                     .label = "Year of a new fiscal year",
                                     .unit = "ending year",
                                     .help = "Only where the start month changes: the fiscal year that is shorter or longer for it, by its ending year.",
                                     .type = Count,
                                     .limits = between("1990", "2170")}),
        bind<&District::newStartMonth>({.key = "new_start_month",
                                        .label = "New start month",
                                        .unit = "1–12",
                                        .help = "The month in which fiscal years start after that year.",
                                        .type = Count,
                                        .limits = between("1", "12")}),
        bind<&District::firstYear>({.key = "first_year",
                                    .label = "First plan year",
                                    .unit = "ending year",
                                    .help = "The calendar year in which the first fiscal year of the plan ends: 2027 for July 2026 to June 2027.",
                                    .type = Count,
                                    .required = true,
                                    .limits = between("1990", "2150")}),
        bind<&District::horizon>({.key = "horizon",
                                  .label = "Years in the plan",
                                  .unit = "years",
                                  .help = "How many fiscal years the plan covers, 1 to 20.",
                                  .type = Count,
                                  .required = true,
                                  .limits = between("1", "20")}),
        bind<&District::leaseLimit>(countField("lease_limit", "Longest lease", "months",
                                               "The longest term that the state allows for leases and installment purchases; blank: no limit is known.",
                                               between("1", "240"))),
        bind<&District::leaseRules>(
            {.key = "lease_rules", .label = "Rules for leases", .help = "What else the state asks for: a vote, an approval, findings.", .type = Text}),
        bind<&District::preparedBy>({.key = "prepared_by", .label = "Prepared by", .help = "Name and office, for the report.", .type = Text}),
        bind<&District::question>({.key = "question", .label = "Question to the board", .help = "One line that the comparison answers.", .type = Text}),
    };
    return fields;
}

const std::vector<BoundField<Assumptions>>& boundFields(const Assumptions*) {
    static const auto inflation = [](std::string_view key, std::string_view label, std::string_view help) {
        return rateField(key, label, "%/yr", help, growth());
    };
    static const auto terms = [](std::string_view key, std::string_view label) {
        return Field{.key = key, .label = label, .help = "The lease that applies where this category is leased.", .type = Reference, .target = Kind::Lease};
    };
    static const std::vector<BoundField<Assumptions>> fields = {
        bind<&Assumptions::discountRate>(
            beginning("Money over time", rateField("discount_rate", "Discount rate", "%/yr",
                                                   "What money costs the district per year: its tax-exempt borrowing rate, or what its cash would earn.",
                                                   between("-0.5", "0.5")))),
        bindChoice<&Assumptions::discountTiming, timingChoices>(
            {.key = "discount_timing", .label = "Costs fall at", .help = "When in its fiscal year a cost is taken to fall, for present value."}),
        bind<&Assumptions::borrowingRate>(rateField("borrowing_rate", "Borrowing rate", "%/yr",
                                                    "What the district would pay a bank; used for a financed purchase that states no rate of its own.",
                                                    between("-0.2", "0.5"))),
        bind<&Assumptions::inflationDevices>(
            beginning("Prices", inflation("inflation_devices", "Device prices", "How device prices change per year from the second plan year on."))),
        bind<&Assumptions::inflationNetwork>(inflation("inflation_network", "Network prices", "How network equipment prices change per year.")),
        bind<&Assumptions::inflationServers>(inflation("inflation_servers", "Server prices", "How server and storage prices change per year.")),
        bind<&Assumptions::inflationSoftware>(inflation("inflation_software", "Software and licenses", "How license and cloud prices change per year.")),
        bind<&Assumptions::inflationServices>(
            inflation("inflation_services", "Services and repairs", "How repair, support, return and disposal prices change per year.")),
        bind<&Assumptions::inflationEnergy>(inflation("inflation_energy", "Energy", "How the price of electricity changes per year.")),
        bind<&Assumptions::inflationWages>(inflation("inflation_wages", "Wages", "How salaries grow per year.")),
        bind<&Assumptions::inflationBenefits>(inflation("inflation_benefits", "Benefits", "How the cost of benefits grows per year.")),
        bind<&Assumptions::energyPrice>({.key = "energy_price",
                                         .label = "Electricity",
                                         .unit = "$/kWh",
                                         .help = "Price of one kilowatt-hour in the first plan year.",
                                         .type = UnitPrice,
                                         .limits = between("0", "10")}),
        bindChoice<&Assumptions::acquireDevices, acquisitionChoices>(beginning(
            "How we pay", {.key = "acquire_devices", .label = "How we pay for devices", .help = "Holds for every device model that does not say otherwise."})),
        bind<&Assumptions::leaseDevices>(terms("lease_devices", "Lease terms for devices")),
        bindChoice<&Assumptions::acquireNetwork, acquisitionChoices>(
            {.key = "acquire_network", .label = "How we pay for the network", .help = "Holds for every network model that does not say otherwise."}),
        bind<&Assumptions::leaseNetwork>(terms("lease_network", "Lease terms for the network")),
        bindChoice<&Assumptions::acquireServers, acquisitionChoices>(
            {.key = "acquire_servers", .label = "How we pay for servers", .help = "Holds for every server and storage model that does not say otherwise."}),
        bind<&Assumptions::leaseServers>(terms("lease_servers", "Lease terms for servers")),
        bind<&Assumptions::thinSupportAbove>(
            beginning("Support", numberField("thin_support_above", "Support is thin above", "devices per technician",
                                             "Where more devices than this fall on one full-time technician, users lose more time. Blank: it has "
                                             "no effect. There is no agreed figure; published schemes run from 50 to 500.",
                                             between("1", "100000")))),
        bind<&Assumptions::thinSupportEffect>(rateField("thin_support_effect", "Effect of thin support", "% more hours",
                                                        "How much users’ own support time and downtime grow for each 100% above that number.",
                                                        between("0", "10"))),
        bind<&Assumptions::capitalizeUnit>(
            beginning("In the books", moneyField("capitalize_unit", "Capitalize a unit from", "$",
                                                 "A unit that costs as much or more is a capital asset in the books; below it is a supply."))),
        bind<&Assumptions::capitalizeGroup>(
            {.key = "capitalize_group",
             .label = "Capitalize a group from",
             .unit = "$",
             .help = "Units bought together for as much or more are capitalized although each is below the threshold. Blank: only single units count.",
             .type = FieldType::Money,
             .limits = between("0", "1000000000")}),
        bindChoice<&Assumptions::depreciation, depreciationChoices>(
            {.key = "depreciation", .label = "Depreciation", .help = "When straight-line depreciation begins and ends."}),
        bind<&Assumptions::erateDiscount>(
            beginning("E-Rate", rateField("erate_discount", "E-Rate discount", "%",
                                          "As on the funding commitment. Blank: from the discount matrix and the schools’ lunch shares.", share()))),
        bind<&Assumptions::erateUsed>(
            {.key = "erate_used",
             .label = "Category two used before",
             .unit = "$",
             .help = "What the five-year budget was already used for before the plan begins, before the discount, in the cycle of its first day.",
             .type = FieldType::Money,
             .limits = between("0", "1000000000")}),
        bind<&Assumptions::erateMonths>(countField("erate_months", "E-Rate pays after", "months",
                                                   "0: the discount is taken off the bill. Else the district pays and is reimbursed so many months later.",
                                                   between("0", "36"))),
    };
    return fields;
}

const std::vector<BoundField<HeadCount>>& boundFields(const HeadCount*) {
    static const std::vector<BoundField<HeadCount>> fields = {
        bind<&HeadCount::fiscalYear>({.key = "fiscal_year",
                                      .label = "From fiscal year",
                                      .unit = "ending year",
                                      .help = "The first fiscal year for which these numbers hold; they hold until the next entry.",
                                      .type = Count,
                                      .required = true,
                                      .limits = between("1990", "2170")}),
        bind<&HeadCount::students>({.key = "students", .label = "Students", .help = "Students enrolled.", .type = Count, .limits = between("0", "10000000")}),
        bind<&HeadCount::staff>(
            {.key = "staff", .label = "Staff", .help = "All employees, teachers included, head count.", .type = Count, .limits = between("0", "10000000")}),
        bind<&HeadCount::teachers>(
            {.key = "teachers", .label = "Teachers", .help = "Those of the staff who teach.", .type = Count, .limits = between("0", "10000000")}),
    };
    return fields;
}

const std::vector<BoundField<Site>>& boundFields(const Site*) {
    static const std::vector<BoundField<Site>> fields = {
        bind<&Site::name>({.key = "name", .label = "Site", .help = "School or building.", .type = Text, .required = true}),
        bindChoice<&Site::kind, siteKindChoices>({.key = "site_kind", .label = "Kind", .help = "Kind of school or building."}),
        bind<&Site::students>(
            {.key = "students", .label = "Students", .help = "Students enrolled at this site.", .type = Count, .limits = between("0", "1000000")}),
        bind<&Site::staff>({.key = "staff", .label = "Staff", .help = "Employees at this site.", .type = Count, .limits = between("0", "1000000")}),
        bind<&Site::lunchShare>(
            rateField("lunch_share", "Lunch program", "% of students",
                      "Share of students eligible for the National School Lunch Program; under CEP the certified share × 1.6, at most 100%. "
                      "E-Rate’s discount follows from it.",
                      share())),
        bindChoice<&Site::rural, yesNoChoices>({.key = "rural", .label = "Rural", .help = "Whether E-Rate counts the school as rural."}),
    };
    return fields;
}

const std::vector<BoundField<Scenario>>& boundFields(const Scenario*) {
    static const std::vector<BoundField<Scenario>> fields = {
        bind<&Scenario::name>({.key = "name", .label = "Scenario", .help = "A short name, for example “4-year lease”.", .type = Text, .required = true}),
        bind<&Scenario::parent>({.key = "parent",
                                 .label = "Based on",
                                 .help = "The scenario whose changes this one builds on; blank: the plan as entered.",
                                 .type = Reference,
                                 .target = Kind::Scenario}),
        bind<&Scenario::description>({.key = "description", .label = "Description", .help = "What it means, in a sentence.", .type = Text}),
        bindChoice<&Scenario::status, statusChoices>({.key = "status", .label = "Status", .help = "Draft, proposed or adopted."}),
    };
    return fields;
}

} // namespace tco
