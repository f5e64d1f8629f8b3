// SPDX-License-Identifier: Apache-2.0

// The inputs of a plan, declared once. To add an input: add a member in items.hpp, a line here, and a
// column in a migration (resources/schema). Forms, tables, JSON, overrides, checks and docs follow.

#include "bound_field.hpp"

#include <algorithm>

namespace tco {
namespace {

using FieldType::Text, FieldType::Count, FieldType::UnitPrice, FieldType::Number, FieldType::Day, FieldType::Reference;

Limits between(std::string_view low, std::string_view high) { return {Decimal::of(low), Decimal::of(high)}; }
Limits price() { return between("0", "10000000"); }
Limits share() { return between("0", "1"); }
Limits growth() { return between("-0.5", "0.5"); }

constexpr Choice timingChoices[] = {{"year_start", "Start of year"}, {"mid_year", "Middle of year"}, {"year_end", "End of year"}, {"dated", "By date"}};
constexpr Choice siteKindChoices[] = {
    {"elementary", "Elementary"}, {"middle", "Middle"}, {"high", "High"}, {"combined", "Combined"}, {"other", "Other building"}};
constexpr Choice pricingChoices[] = {{"interest_rate", "Interest rate"}, {"payment_per_device", "Payment per device"}, {"rate_factor", "Lease rate factor"}};
constexpr Choice paymentTimingChoices[] = {{"advance", "In advance"}, {"arrears", "In arrears"}};
constexpr Choice leaseEndChoices[] = {{"return", "Devices go back"}, {"keep", "We keep them"}};
constexpr Choice assetCategoryChoices[] = {{"devices", "Devices"}, {"network", "Network"}};
constexpr Choice acquisitionChoices[] = {{"purchase", "Buy"}, {"lease", "Lease"}};
constexpr Choice cohortAcquisitionChoices[] = {{"as_model", "As the model says"}, {"purchase", "Buy"}, {"lease", "Lease"}};
constexpr Choice refreshChoices[] = {{"replace", "Replace"}, {"retire", "Do not replace"}};
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
        bind<&District::preparedBy>({.key = "prepared_by", .label = "Prepared by", .help = "Name and office, for the report.", .type = Text}),
        bind<&District::question>({.key = "question", .label = "Question to the board", .help = "One line that the comparison answers.", .type = Text}),
    };
    return fields;
}

const std::vector<BoundField<Assumptions>>& boundFields(const Assumptions*) {
    static const auto inflation = [](std::string_view key, std::string_view label, std::string_view help) {
        return Field{.key = key, .label = label, .unit = "%/yr", .help = help, .type = FieldType::Rate, .limits = growth()};
    };
    static const std::vector<BoundField<Assumptions>> fields = {
        bind<&Assumptions::discountRate>({.key = "discount_rate",
                                          .label = "Discount rate",
                                          .unit = "%/yr",
                                          .help = "What money costs the district per year: its tax-exempt borrowing rate, or what its cash would earn.",
                                          .type = FieldType::Rate,
                                          .limits = between("-0.5", "0.5")}),
        bindChoice<&Assumptions::discountTiming, timingChoices>(
            {.key = "discount_timing", .label = "Costs fall at", .help = "When in its fiscal year a cost is taken to fall, for present value."}),
        bind<&Assumptions::inflationDevices>(
            inflation("inflation_devices", "Device prices", "How device prices change per year from the second plan year on.")),
        bind<&Assumptions::inflationNetwork>(inflation("inflation_network", "Network prices", "How network equipment prices change per year.")),
        bind<&Assumptions::inflationSoftware>(inflation("inflation_software", "Software and licenses", "How license prices change per year.")),
        bind<&Assumptions::inflationServices>(
            inflation("inflation_services", "Services and repairs", "How repair, support, return and disposal prices change per year.")),
        bind<&Assumptions::inflationWages>(inflation("inflation_wages", "Wages", "How salaries grow per year.")),
        bind<&Assumptions::inflationBenefits>(inflation("inflation_benefits", "Benefits", "How the cost of benefits grows per year.")),
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
        bind<&HeadCount::staff>({.key = "staff", .label = "Staff", .help = "Employees, head count.", .type = Count, .limits = between("0", "10000000")}),
    };
    return fields;
}

const std::vector<BoundField<Site>>& boundFields(const Site*) {
    static const std::vector<BoundField<Site>> fields = {
        bind<&Site::name>({.key = "name", .label = "Site", .help = "School or building.", .type = Text, .required = true}),
        bindChoice<&Site::kind, siteKindChoices>({.key = "site_kind", .label = "Kind", .help = "Kind of school or building."}),
        bind<&Site::students>(
            {.key = "students", .label = "Students", .help = "Students enrolled at this site.", .type = Count, .limits = between("0", "1000000")}),
    };
    return fields;
}

const std::vector<BoundField<Lease>>& boundFields(const Lease*) {
    static const std::vector<BoundField<Lease>> fields = {
        bind<&Lease::name>({.key = "name", .label = "Lease", .help = "A short name for these terms.", .type = Text, .required = true}),
        bind<&Lease::lessor>({.key = "lessor", .label = "Lessor", .help = "Who offers it.", .type = Text}),
        bindChoice<&Lease::pricing, pricingChoices>({.key = "pricing", .label = "Priced by", .help = "How the quote states the payment."}),
        bind<&Lease::annualRate>({.key = "annual_rate",
                                  .label = "Interest rate",
                                  .unit = "%/yr",
                                  .help = "Nominal rate per year; divided by the payments per year. Used where the quote states a rate.",
                                  .type = FieldType::Rate,
                                  .limits = between("-0.2", "0.5")}),
        bind<&Lease::residual>({.key = "residual",
                                .label = "Residual",
                                .unit = "% of price",
                                .help = "Share of the price that the lessor expects the devices to be worth at the end; it is not paid.",
                                .type = FieldType::Rate,
                                .limits = share()}),
        bind<&Lease::paymentPerDevice>({.key = "payment_per_device",
                                        .label = "Payment per device",
                                        .unit = "$",
                                        .help = "Dollars per device and payment, up to six decimals. Used where the quote states a payment.",
                                        .type = UnitPrice,
                                        .limits = price()}),
        bind<&Lease::rateFactor>({.key = "rate_factor",
                                  .label = "Lease rate factor",
                                  .help = "Payment divided by equipment price, for example 0.2608. Used where the quote states a factor.",
                                  .type = Number,
                                  .limits = between("0", "2")}),
        bind<&Lease::payments>(
            {.key = "payments", .label = "Payments", .help = "How many payments there are.", .type = Count, .required = true, .limits = between("1", "240")}),
        bind<&Lease::paymentsPerYear>({.key = "payments_per_year",
                                       .label = "Payments per year",
                                       .help = "1, 2, 4 or 12.",
                                       .type = Count,
                                       .required = true,
                                       .limits = between("1", "12")}),
        bindChoice<&Lease::timing, paymentTimingChoices>(
            {.key = "timing", .label = "Paid", .help = "In advance: the first payment is due on the first day. In arrears: at the end of each period."}),
        bindChoice<&Lease::endOfTerm, leaseEndChoices>(
            {.key = "end_of_term", .label = "At the end", .help = "Whether the devices go back, or are the district’s after the last payment ($1 buy-out)."}),
        bind<&Lease::returnCost>({.key = "return_cost",
                                  .label = "Return cost",
                                  .unit = "$/device",
                                  .help = "Packing, wiping and freight per device sent back at the end.",
                                  .type = FieldType::Money,
                                  .limits = price()}),
    };
    return fields;
}

const std::vector<BoundField<AssetModel>>& boundFields(const AssetModel*) {
    static const auto dollars = [](std::string_view key, std::string_view label, std::string_view unit, std::string_view help) {
        return Field{.key = key, .label = label, .unit = unit, .help = help, .type = FieldType::Money, .limits = price()};
    };
    static const std::vector<BoundField<AssetModel>> fields = {
        bind<&AssetModel::name>({.key = "name", .label = "Model", .help = "As the inventory calls it.", .type = Text, .required = true}),
        bind<&AssetModel::maker>({.key = "maker", .label = "Maker", .help = "Manufacturer.", .type = Text}),
        bindChoice<&AssetModel::category, assetCategoryChoices>({.key = "category", .label = "Category", .help = "Devices for people, or network equipment."}),
        bind<&AssetModel::unitPrice>(dollars("unit_price", "Price", "$", "Price of one unit in the first plan year.")),
        bind<&AssetModel::usefulLife>({.key = "useful_life",
                                       .label = "Life",
                                       .unit = "years",
                                       .help = "How long a unit is kept before it is replaced.",
                                       .type = Count,
                                       .required = true,
                                       .limits = between("1", "30")}),
        bind<&AssetModel::supportEnd>({.key = "support_end",
                                       .label = "Support ends",
                                       .help = "End of the maker's support; units of today's model are replaced by then at the latest.",
                                       .type = Day}),
        bind<&AssetModel::deployment>(dollars("deployment", "Deployment", "$ once", "Unboxing, tagging, imaging and a case, per unit.")),
        bind<&AssetModel::licenceOnce>(
            dollars("licence_once", "License once", "$ once", "Management license bought with the unit, for example Chrome Education Upgrade.")),
        bind<&AssetModel::licenceYearly>(dollars("licence_yearly", "License", "$/yr", "Licenses per unit and year.")),
        bind<&AssetModel::supportYearly>(dollars("support_yearly", "Support", "$/yr", "Maintenance or protection plan per unit and year.")),
        bind<&AssetModel::repairRate>({.key = "repair_rate",
                                       .label = "Repairs",
                                       .unit = "%/yr",
                                       .help = "Share of units that need a paid repair in a year.",
                                       .type = FieldType::Rate,
                                       .limits = between("0", "5")}),
        bind<&AssetModel::repairPrice>(dollars("repair_price", "Repair price", "$", "Average price of one repair.")),
        bind<&AssetModel::lossRate>({.key = "loss_rate",
                                     .label = "Losses",
                                     .unit = "%/yr",
                                     .help = "Share of units lost or stolen in a year and bought again.",
                                     .type = FieldType::Rate,
                                     .limits = share()}),
        bind<&AssetModel::lossPrice>(dollars("loss_price", "Loss price", "$", "What a lost unit costs; blank means the unit price.")),
        bind<&AssetModel::resale>({.key = "resale",
                                   .label = "Resale",
                                   .unit = "% of price",
                                   .help = "What a sale at the end brings, as a share of the price paid.",
                                   .type = FieldType::Rate,
                                   .limits = share()}),
        bind<&AssetModel::disposal>(dollars("disposal", "Disposal", "$ once", "Wiping and recycling one unit at the end.")),
        bindChoice<&AssetModel::acquisition, acquisitionChoices>(
            {.key = "acquisition", .label = "How we pay", .help = "Buy with cash, or lease on the terms named beside."}),
        bind<&AssetModel::lease>(
            {.key = "lease", .label = "Lease terms", .help = "The lease that applies where this model is leased.", .type = Reference, .target = Kind::Lease}),
    };
    return fields;
}

const std::vector<BoundField<Cohort>>& boundFields(const Cohort*) {
    static const std::vector<BoundField<Cohort>> fields = {
        bind<&Cohort::name>({.key = "name", .label = "Name", .help = "Optional; without a name the model and the site are shown.", .type = Text}),
        bind<&Cohort::model>(
            {.key = "model", .label = "Model", .help = "From the price book.", .type = Reference, .required = true, .target = Kind::AssetModel}),
        bind<&Cohort::site>({.key = "site", .label = "Site", .help = "Where the units are.", .type = Reference, .target = Kind::Site}),
        bind<&Cohort::inService>({.key = "in_service",
                                  .label = "In service since",
                                  .help = "First day of use; a future date is a planned purchase.",
                                  .type = Day,
                                  .required = true}),
        bind<&Cohort::quantity>({.key = "quantity",
                                 .label = "Quantity",
                                 .unit = "units",
                                 .help = "How many units.",
                                 .type = Count,
                                 .required = true,
                                 .limits = between("0", "10000000")}),
        bind<&Cohort::purchaseTotal>({.key = "purchase_total",
                                      .label = "Order total",
                                      .unit = "$",
                                      .help = "What the whole order cost, where it is known; blank means quantity × price.",
                                      .type = FieldType::Money,
                                      .limits = between("0", "1000000000")}),
        bindChoice<&Cohort::acquisition, cohortAcquisitionChoices>(
            {.key = "acquisition", .label = "How we pay", .help = "As the model says, or different for these units."}),
        bind<&Cohort::lease>(
            {.key = "lease", .label = "Lease terms", .help = "The lease that applies where these units are leased.", .type = Reference, .target = Kind::Lease}),
        bindChoice<&Cohort::refresh, refreshChoices>({.key = "refresh", .label = "At the end of life", .help = "Whether the units are replaced."}),
        bind<&Cohort::funding>({.key = "funding", .label = "Funding", .help = "Fund or grant that pays, in words.", .type = Text}),
        bind<&Cohort::note>({.key = "note", .label = "Note", .help = "Anything worth remembering.", .type = Text}),
    };
    return fields;
}

const std::vector<BoundField<Position>>& boundFields(const Position*) {
    static const std::vector<BoundField<Position>> fields = {
        bind<&Position::title>({.key = "title", .label = "Position", .help = "Job title.", .type = Text, .required = true}),
        bind<&Position::site>(
            {.key = "site", .label = "Site", .help = "Where the person works; blank for the whole district.", .type = Reference, .target = Kind::Site}),
        bind<&Position::fte>({.key = "fte",
                              .label = "FTE",
                              .help = "Full-time equivalents: 0.5 is half a position, 3 are three.",
                              .type = Number,
                              .required = true,
                              .limits = between("0", "10000")}),
        bind<&Position::salary>({.key = "salary",
                                 .label = "Salary",
                                 .unit = "$/yr",
                                 .help = "Per year for one full-time position, in the first plan year.",
                                 .type = FieldType::Money,
                                 .limits = price()}),
        bind<&Position::benefits>({.key = "benefits",
                                   .label = "Benefits",
                                   .unit = "% of salary",
                                   .help = "Retirement, health and payroll taxes as a share of salary.",
                                   .type = FieldType::Rate,
                                   .limits = between("0", "3")}),
        bind<&Position::start>({.key = "start", .label = "First day", .help = "Blank: employed before the plan begins.", .type = Day}),
        bind<&Position::end>({.key = "end", .label = "Last day", .help = "Blank: stays beyond the plan.", .type = Day}),
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

namespace {

template <class Item> std::vector<Field> plainFields() {
    std::vector<Field> fields;
    for (const auto& bound : boundFields(static_cast<const Item*>(nullptr))) fields.push_back(bound.field);
    return fields;
}

} // namespace

const std::vector<Field>& fieldsOf(Kind kind) {
    // In the order of Kind.
    static const std::vector<Field> all[] = {plainFields<District>(), plainFields<Assumptions>(), plainFields<HeadCount>(),
                                             plainFields<Site>(),     plainFields<Lease>(),       plainFields<AssetModel>(),
                                             plainFields<Cohort>(),   plainFields<Position>(),    plainFields<Scenario>()};
    return all[std::size_t(kind)];
}

const Field* findField(Kind kind, std::string_view key) {
    for (const auto& field : fieldsOf(kind))
        if (field.key == key) return &field;
    return nullptr;
}

const KindInfo& infoOf(Kind kind) {
    // In the order of Kind.
    static constexpr KindInfo all[] = {
        {"district", "district", "district", "district", true},
        {"assumptions", "assumptions", "assumptions", "assumptions", true},
        {"head_count", "head_counts", "head count", "head counts"},
        {"site", "sites", "site", "sites"},
        {"lease", "leases", "lease", "leases"},
        {"asset_model", "asset_models", "model", "models"},
        {"cohort", "cohorts", "cohort", "cohorts"},
        {"position", "positions", "position", "positions"},
        {"scenario", "scenarios", "scenario", "scenarios"},
    };
    static_assert(std::size(all) == std::size(allKinds));
    return all[std::size_t(kind)];
}

std::optional<Kind> kindFromKey(std::string_view key) {
    for (const Kind kind : allKinds)
        if (infoOf(kind).key == key) return kind;
    return {};
}

} // namespace tco
