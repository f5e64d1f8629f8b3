// SPDX-License-Identifier: Apache-2.0

// The inputs of a plan, declared once. To add an input: add a member in items.hpp, a line here, and a
// column in a migration (resources/schema). Forms, tables, JSON, overrides, checks and docs follow.

#include "bound_field.hpp"

#include <algorithm>

namespace tco {
namespace {

using FieldType::Text, FieldType::Count, FieldType::UnitPrice, FieldType::Number, FieldType::Day, FieldType::Reference, FieldType::Rates, FieldType::Amounts;

Limits between(std::string_view low, std::string_view high) { return {Decimal::of(low), Decimal::of(high)}; }
Limits price() { return between("0", "10000000"); }
Limits share() { return between("0", "1"); }
Limits growth() { return between("-0.5", "0.5"); }

constexpr Choice timingChoices[] = {{"year_start", "Start of year"}, {"mid_year", "Middle of year"}, {"year_end", "End of year"}, {"dated", "By date"}};
constexpr Choice siteKindChoices[] = {
    {"elementary", "Elementary"}, {"middle", "Middle"}, {"high", "High"}, {"combined", "Combined"}, {"other", "Other building"}};
constexpr Choice contractChoices[] = {{"fair_market_value", "Lease (fair market value)"},
                                      {"single_payment", "Lease, one payment"},
                                      {"financed_purchase", "Financed purchase"},
                                      {"device_service", "Device as a service"}};
constexpr Choice pricingChoices[] = {{"interest_rate", "Interest rate"},
                                     {"payment_per_device", "Payment per device"},
                                     {"rate_factor", "Lease rate factor"},
                                     {"payment_list", "List of payments"}};
constexpr Choice paymentTimingChoices[] = {{"advance", "In advance"}, {"arrears", "In arrears"}};
constexpr Choice leaseEndChoices[] = {{"return", "Devices go back"}, {"keep", "We keep them"}, {"buy", "We buy them"}, {"renew", "We rent them on"}};
constexpr Choice yesNoChoices[] = {{"no", "No"}, {"yes", "Yes"}};
constexpr Choice includedChoices[] = {{"yes", "Yes"}, {"no", "No"}};
constexpr Choice agreementKindChoices[] = {{"circuit", "Circuit or Internet"},
                                           {"cloud", "Cloud"},
                                           {"software", "Software"},
                                           {"maintenance", "Maintenance"},
                                           {"outsourcing", "Outsourced support"},
                                           {"consulting", "Consulting and projects"},
                                           {"insurance", "Insurance"},
                                           {"training", "Training"},
                                           {"supplies", "Supplies"},
                                           {"energy", "Energy"},
                                           {"device_contract", "Device contract"},
                                           {"security", "Security"},
                                           {"cyber_insurance", "Cyber insurance"},
                                           {"other", "Other"}};
constexpr Choice agreementBasisChoices[] = {{"total", "In total"},    {"per_student", "Per student"}, {"per_staff", "Per employee"},
                                            {"per_user", "Per user"}, {"per_client", "Per computer"}, {"per_device", "Per device"},
                                            {"per_site", "Per site"}};
constexpr Choice assetTypeChoices[] = {{"student_device", "Student device"},
                                       {"staff_device", "Staff device"},
                                       {"lab_computer", "Lab computer"},
                                       {"display", "Display"},
                                       {"printer", "Printer"},
                                       {"phone", "Phone"},
                                       {"other_device", "Other device"},
                                       {"access_point", "Access point"},
                                       {"switch", "Switch"},
                                       {"firewall", "Firewall"},
                                       {"cabling", "Cabling"},
                                       {"ups", "UPS"},
                                       {"other_network", "Other network"},
                                       {"server", "Server"},
                                       {"storage", "Storage"}};
constexpr Choice acquisitionChoices[] = {{"purchase", "Buy"}, {"lease", "Lease or finance"}};
constexpr Choice modelAcquisitionChoices[] = {{"as_category", "As its category"}, {"purchase", "Buy"}, {"lease", "Lease or finance"}};
constexpr Choice cohortAcquisitionChoices[] = {
    {"as_model", "As the model says"}, {"purchase", "Buy"}, {"lease", "Lease or finance"}, {"agreement", "Under an agreement"}};
constexpr Choice refreshChoices[] = {{"replace", "Replace"}, {"retire", "Do not replace"}};
constexpr Choice growsWithChoices[] = {{"nothing", "Stays the same"}, {"students", "With students"}, {"staff", "With staff"}};
constexpr Choice peopleChoices[] = {
    {"students", "Students"}, {"teachers", "Teachers"}, {"other_staff", "Other staff"}, {"staff", "All staff"}, {"number", "A number"}};
constexpr Choice statusChoices[] = {{"draft", "Draft"}, {"proposed", "Proposed"}, {"adopted", "Adopted"}};

/// "In the plan": the same words for every kind of item that has it.
template <auto Member> auto bindIncluded() {
    return bindChoice<Member, includedChoices>(
        {.key = "included", .label = "In the plan", .help = "“No” leaves it out; a scenario can say otherwise, so that it adds or removes it."});
}

Field rateField(std::string_view key, std::string_view label, std::string_view unit, std::string_view help, Limits limits) {
    return {.key = key, .label = label, .unit = unit, .help = help, .type = FieldType::Rate, .limits = limits};
}
Field moneyField(std::string_view key, std::string_view label, std::string_view unit, std::string_view help) {
    return {.key = key, .label = label, .unit = unit, .help = help, .type = FieldType::Money, .limits = price()};
}
Field numberField(std::string_view key, std::string_view label, std::string_view unit, std::string_view help, Limits limits) {
    return {.key = key, .label = label, .unit = unit, .help = help, .type = Number, .limits = limits};
}
Field dayField(std::string_view key, std::string_view label, std::string_view help) { return {.key = key, .label = label, .help = help, .type = Day}; }
Field quotedTotalField() {
    return {.key = "quoted_total",
            .label = "Total in the quote",
            .unit = "$",
            .help = "All payments together, as the quote or the board document says; only compared with their sum.",
            .type = FieldType::Money,
            .limits = between("0", "1000000000")};
}
Field noteField() { return {.key = "note", .label = "Note", .help = "Anything worth remembering.", .type = Text}; }

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
        bind<&Assumptions::discountRate>(rateField("discount_rate", "Discount rate", "%/yr",
                                                   "What money costs the district per year: its tax-exempt borrowing rate, or what its cash would earn.",
                                                   between("-0.5", "0.5"))),
        bindChoice<&Assumptions::discountTiming, timingChoices>(
            {.key = "discount_timing", .label = "Costs fall at", .help = "When in its fiscal year a cost is taken to fall, for present value."}),
        bind<&Assumptions::borrowingRate>(rateField("borrowing_rate", "Borrowing rate", "%/yr",
                                                    "What the district would pay a bank; used for a financed purchase that states no rate of its own.",
                                                    between("-0.2", "0.5"))),
        bind<&Assumptions::inflationDevices>(
            inflation("inflation_devices", "Device prices", "How device prices change per year from the second plan year on.")),
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
        bindChoice<&Assumptions::acquireDevices, acquisitionChoices>(
            {.key = "acquire_devices", .label = "How we pay for devices", .help = "Holds for every device model that does not say otherwise."}),
        bind<&Assumptions::leaseDevices>(terms("lease_devices", "Lease terms for devices")),
        bindChoice<&Assumptions::acquireNetwork, acquisitionChoices>(
            {.key = "acquire_network", .label = "How we pay for the network", .help = "Holds for every network model that does not say otherwise."}),
        bind<&Assumptions::leaseNetwork>(terms("lease_network", "Lease terms for the network")),
        bindChoice<&Assumptions::acquireServers, acquisitionChoices>(
            {.key = "acquire_servers", .label = "How we pay for servers", .help = "Holds for every server and storage model that does not say otherwise."}),
        bind<&Assumptions::leaseServers>(terms("lease_servers", "Lease terms for servers")),
        bind<&Assumptions::thinSupportAbove>(numberField("thin_support_above", "Support is thin above", "devices per technician",
                                                         "Where more devices than this fall on one full-time technician, users lose more time. Blank: it has "
                                                         "no effect. There is no agreed figure; published schemes run from 50 to 500.",
                                                         between("1", "100000"))),
        bind<&Assumptions::thinSupportEffect>(rateField("thin_support_effect", "Effect of thin support", "% more hours",
                                                        "How much users’ own support time and downtime grow for each 100% above that number.",
                                                        between("0", "10"))),
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
    };
    return fields;
}

const std::vector<BoundField<Lease>>& boundFields(const Lease*) {
    static const std::vector<BoundField<Lease>> fields = {
        bind<&Lease::name>({.key = "name", .label = "Lease", .help = "A short name for these terms.", .type = Text, .required = true}),
        bind<&Lease::lessor>({.key = "lessor", .label = "Lessor", .help = "Who offers it.", .type = Text}),
        bindChoice<&Lease::contract, contractChoices>(
            {.key = "contract", .label = "Contract", .help = "What kind of contract it is. How it is accounted for is another question."}),
        bindChoice<&Lease::pricing, pricingChoices>({.key = "pricing", .label = "Priced by", .help = "How the quote states the payment."}),
        bind<&Lease::annualRate>({.key = "annual_rate",
                                  .label = "Interest rate",
                                  .unit = "%/yr",
                                  .help = "Nominal rate per year; divided by the payments per year. Blank: the district’s borrowing rate.",
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
        bind<&Lease::paymentList>(
            {.key = "payment_list",
             .label = "List of payments",
             .unit = "$",
             .help = "Dollars per device, one for each payment, with semicolons: 100; 150; 150. Used where payments are stepped or uneven.",
             .type = FieldType::UnitPrices,
             .limits = price()}),
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
        bind<&Lease::termMonths>({.key = "term_months",
                                  .label = "Term",
                                  .unit = "months",
                                  .help = "Only where it differs from payments × months between payments, for example one payment for three years.",
                                  .type = Count,
                                  .limits = between("1", "240")}),
        bind<&Lease::serviceShare>(rateField("service_share", "Service in it", "% of payment",
                                             "Part of each payment that is for service and support, for example in a device service.", share())),
        bind<&Lease::licenceShare>(
            rateField("licence_share", "Licenses in it", "% of payment", "Part of each payment that is for software and licenses.", share())),
        bindChoice<&Lease::endOfTerm, leaseEndChoices>(
            {.key = "end_of_term", .label = "At the end", .help = "What becomes of the devices after the last payment. A financed purchase is always kept."}),
        bind<&Lease::returnCost>({.key = "return_cost",
                                  .label = "Return cost",
                                  .unit = "$/device",
                                  .help = "Packing, wiping and freight per device sent back at the end.",
                                  .type = FieldType::Money,
                                  .limits = price()}),
        bind<&Lease::missingCharge>({.key = "missing_charge",
                                     .label = "Missing device charge",
                                     .unit = "$",
                                     .help = "What the lessor charges for a device that is lost, by year of the lease: 300; 225; 150; 75.",
                                     .type = Amounts,
                                     .limits = price()}),
        bind<&Lease::buyOut>(
            rateField("buy_out", "Buy-out price", "% of price", "What buying the devices at the end costs, as a share of their price.", share())),
        bind<&Lease::renewalMonths>({.key = "renewal_months",
                                     .label = "Rented on for",
                                     .unit = "months",
                                     .help = "How long the devices are rented on after the term.",
                                     .type = Count,
                                     .limits = between("0", "120")}),
        bind<&Lease::renewalShare>(
            rateField("renewal_share", "Renewal payment", "% of payment", "Payment while rented on, as a share of the regular one.", between("0", "2"))),
        bind<&Lease::noticeMonths>({.key = "notice_months",
                                    .label = "Notice",
                                    .unit = "months",
                                    .help = "How long before the end the lessor must be told that the devices come back.",
                                    .type = Count,
                                    .limits = between("0", "24")}),
        bind<&Lease::evergreenMonths>({.key = "evergreen_months",
                                       .label = "Evergreen",
                                       .unit = "months",
                                       .help = "How long the lease runs on by itself when notice is missed. Not a cost of the plan, but of the worst case.",
                                       .type = Count,
                                       .limits = between("0", "36")}),
        bindChoice<&Lease::nonAppropriation, yesNoChoices>({.key = "non_appropriation",
                                                            .label = "Non-appropriation",
                                                            .help = "Whether the district may end the lease without penalty when no money is appropriated."}),
        bind<&Lease::earlyReturnShare>(rateField("early_return_share", "Early return", "% of the rest",
                                                 "Share of the remaining payments that is due when devices go back early.", share())),
        bind<&Lease::quotedTotal>(quotedTotalField()),
    };
    return fields;
}

const std::vector<BoundField<Agreement>>& boundFields(const Agreement*) {
    static const std::vector<BoundField<Agreement>> fields = {
        bind<&Agreement::name>({.key = "name", .label = "Agreement", .help = "What it is for, in a few words.", .type = Text, .required = true}),
        bind<&Agreement::vendor>({.key = "vendor", .label = "Vendor", .help = "Who provides it.", .type = Text}),
        bindChoice<&Agreement::kind, agreementKindChoices>(
            {.key = "agreement_kind", .label = "Kind", .help = "It decides under which category the cost is shown."}),
        bind<&Agreement::site>(
            {.key = "site", .label = "Site", .help = "Where it is used; blank for the whole district.", .type = Reference, .target = Kind::Site}),
        bind<&Agreement::start>(dayField("start", "First day", "Blank: it runs before the plan begins.")),
        bind<&Agreement::end>(dayField("end", "Last day", "Blank: it runs beyond the plan.")),
        bindChoice<&Agreement::basis, agreementBasisChoices>(
            {.key = "basis", .label = "Counted", .help = "What the yearly amount is multiplied with: students, employees, computers in service and so on."}),
        bind<&Agreement::amount>({.key = "amount",
                                  .label = "Amount",
                                  .unit = "$/yr",
                                  .help = "Dollars per year in the first plan year: in total, or for each student, employee, computer and so on.",
                                  .type = UnitPrice,
                                  .limits = between("0", "1000000000")}),
        bind<&Agreement::coverage>(rateField("coverage", "Coverage", "%", "Share of the students, computers … that it covers; blank means all.", share())),
        bind<&Agreement::escalator>(
            rateField("escalator", "Price change", "%/yr", "Yearly price change in the contract; blank means that of its kind of price.", growth())),
        bind<&Agreement::paymentsPerYear>({.key = "payments_per_year",
                                           .label = "Payments per year",
                                           .help = "1, 2, 4 or 12.",
                                           .type = Count,
                                           .required = true,
                                           .limits = between("1", "12")}),
        bindChoice<&Agreement::timing, paymentTimingChoices>(
            {.key = "timing", .label = "Paid", .help = "In advance: on the first day of each period. In arrears: on its last day."}),
        bind<&Agreement::paymentList>(
            {.key = "payment_list",
             .label = "List of payments",
             .unit = "$",
             .help = "Instead of the amount: dollars for each payment from the first day on, with semicolons: 650000; 875000; 875000.",
             .type = Amounts,
             .limits = between("0", "1000000000")}),
        bind<&Agreement::setup>(moneyField("setup", "Set-up", "$ once", "Set-up, installation or migration, paid on the first day.")),
        bind<&Agreement::exitCost>(moneyField("exit_cost", "Exit cost", "$ once", "What leaving costs on the last day: moving the data out, removal.")),
        bind<&Agreement::quotedTotal>(quotedTotalField()),
        bindIncluded<&Agreement::included>(),
        bind<&Agreement::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<AssetModel>>& boundFields(const AssetModel*) {
    static const std::vector<BoundField<AssetModel>> fields = {
        bind<&AssetModel::name>({.key = "name", .label = "Model", .help = "As the inventory calls it.", .type = Text, .required = true}),
        bind<&AssetModel::maker>({.key = "maker", .label = "Maker", .help = "Manufacturer.", .type = Text}),
        bindChoice<&AssetModel::type, assetTypeChoices>(
            {.key = "asset_type", .label = "Type", .help = "What it is; devices, network and servers are shown as categories of their own."}),
        bind<&AssetModel::unitPrice>(moneyField("unit_price", "Price", "$", "Price of one unit in the first plan year.")),
        bind<&AssetModel::priceChange>(
            rateField("price_change", "Price change", "%/yr", "How its price changes per year; blank means as its category does.", growth())),
        bind<&AssetModel::usefulLife>({.key = "useful_life",
                                       .label = "Life",
                                       .unit = "years",
                                       .help = "How long a unit is kept before it is replaced.",
                                       .type = Count,
                                       .required = true,
                                       .limits = between("1", "30")}),
        bind<&AssetModel::supportEnd>(
            dayField("support_end", "Support ends", "End of the maker's support; units of today's model are replaced by then at the latest.")),
        bind<&AssetModel::warranty>({.key = "warranty",
                                     .label = "Warranty",
                                     .unit = "years",
                                     .help = "How long the maker's warranty runs.",
                                     .type = Count,
                                     .limits = between("0", "30")}),
        bind<&AssetModel::warrantyShare>(
            rateField("warranty_share", "Paid by warranty", "% of repairs", "Share of the repairs that the warranty pays while it runs.", share())),
        bind<&AssetModel::deployment>(moneyField("deployment", "Deployment", "$ once", "Unboxing, tagging, imaging and a case, per unit.")),
        bind<&AssetModel::licenceOnce>(
            moneyField("licence_once", "License once", "$ once", "Management license bought with the unit, for example Chrome Education Upgrade.")),
        bind<&AssetModel::licenceYearly>(moneyField("licence_yearly", "License", "$/yr", "Licenses per unit and year.")),
        bind<&AssetModel::supportYearly>(moneyField("support_yearly", "Support", "$/yr", "Maintenance or protection plan per unit and year.")),
        bind<&AssetModel::suppliesYearly>(moneyField("supplies_yearly", "Supplies", "$/yr", "Ink, toner, paper, batteries per unit and year.")),
        bind<&AssetModel::energyYearly>(
            numberField("energy_yearly", "Energy", "kWh/yr", "Kilowatt-hours per unit and year; Energy Star lists them.", between("0", "1000000"))),
        bind<&AssetModel::repairRate>({.key = "repair_rate",
                                       .label = "Repairs",
                                       .unit = "%/yr",
                                       .help = "Share of units that need a paid repair in a year; by year of age with semicolons: 8%; 12%; 15%.",
                                       .type = Rates,
                                       .limits = between("0", "5")}),
        bind<&AssetModel::repairPrice>(moneyField("repair_price", "Repair price", "$", "Average price of one repair.")),
        bind<&AssetModel::lossRate>({.key = "loss_rate",
                                     .label = "Losses",
                                     .unit = "%/yr",
                                     .help = "Share of units lost or stolen in a year and bought again; by year of age with semicolons.",
                                     .type = Rates,
                                     .limits = share()}),
        bind<&AssetModel::lossPrice>(moneyField("loss_price", "Loss price", "$", "What a lost unit costs; blank means the unit price.")),
        bind<&AssetModel::spares>(rateField("spares", "Spares", "% of units", "Extra units bought with those in use: loaners and spares.", share())),
        bind<&AssetModel::resale>({.key = "resale",
                                   .label = "Resale",
                                   .unit = "% of price",
                                   .help = "What a sale brings, as a share of the price paid; by years of age with semicolons: 50%; 35%; 20%; 10%.",
                                   .type = Rates,
                                   .limits = share()}),
        bind<&AssetModel::disposal>(moneyField("disposal", "Disposal", "$ once", "Wiping and recycling one unit at the end.")),
        bindChoice<&AssetModel::acquisition, modelAcquisitionChoices>(
            {.key = "acquisition", .label = "How we pay", .help = "As its category does, with cash, or on the terms named beside."}),
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
        bind<&Cohort::agreement>({.key = "agreement",
                                  .label = "Agreement",
                                  .help = "The agreement that pays for these units, where they cost nothing of their own.",
                                  .type = Reference,
                                  .target = Kind::Agreement}),
        bindChoice<&Cohort::refresh, refreshChoices>({.key = "refresh", .label = "At the end of life", .help = "Whether the units are replaced."}),
        bind<&Cohort::extraYears>(
            {.key = "extra_years",
             .label = "Kept longer",
             .unit = "years",
             .help = "How much longer than their life these units are kept, past the end of support if need be; negative: replaced earlier.",
             .type = Count,
             .limits = between("-10", "10")}),
        bind<&Cohort::refreshYears>({.key = "refresh_years",
                                     .label = "Replaced over",
                                     .unit = "years",
                                     .help = "1: all at once. 4: a quarter each year, from the year in which they are due.",
                                     .type = Count,
                                     .required = true,
                                     .limits = between("1", "10")}),
        bind<&Cohort::lastDay>(dayField("last_day", "Taken out after", "Last day in service, whatever their life; nothing replaces them.")),
        bindChoice<&Cohort::growsWith, growsWithChoices>(
            {.key = "grows_with", .label = "Grows", .help = "Whether the number of units follows the number of students or staff."}),
        bind<&Cohort::funding>({.key = "funding", .label = "Funding", .help = "Fund or grant that pays, in words.", .type = Text}),
        bindIncluded<&Cohort::included>(),
        bind<&Cohort::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<Position>>& boundFields(const Position*) {
    static const auto part = [](std::string_view key, std::string_view label) {
        return rateField(key, label, "% of time", "Share of the position’s time; the shares of a position add up to 100%.", share());
    };
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
        bind<&Position::start>(dayField("start", "First day", "Blank: employed before the plan begins.")),
        bind<&Position::end>(dayField("end", "Last day", "Blank: stays beyond the plan.")),
        bind<&Position::helpDesk>(part("help_desk", "Help desk")),
        bind<&Position::devices>(part("devices", "Devices")),
        bind<&Position::network>(part("network", "Network")),
        bind<&Position::servers>(part("servers", "Servers")),
        bind<&Position::data>(part("data", "Data")),
        bind<&Position::security>(part("security", "Security")),
        bind<&Position::training>(part("training", "Training")),
        bind<&Position::management>(part("management", "Management")),
        bindIncluded<&Position::included>(),
    };
    return fields;
}

const std::vector<BoundField<Incident>>& boundFields(const Incident*) {
    static const std::vector<BoundField<Incident>> fields = {
        bind<&Incident::name>({.key = "name", .label = "Incident", .help = "What may happen, for example ransomware.", .type = Text, .required = true}),
        bind<&Incident::probability>(rateField("probability", "Probability", "%/yr",
                                               "How likely it is in a year. No source gives a defensible figure: it is the district’s assumption.", share())),
        bind<&Incident::cost>({.key = "cost",
                               .label = "Cost",
                               .unit = "$",
                               .help = "What it costs each time: recovery, consultants, new software.",
                               .type = FieldType::Money,
                               .limits = between("0", "1000000000")}),
        bind<&Incident::insuranceCover>({.key = "insurance_cover",
                                         .label = "Insurance pays up to",
                                         .unit = "$",
                                         .help = "The most that the insurer pays each time. The premium is an agreement.",
                                         .type = FieldType::Money,
                                         .limits = between("0", "1000000000")}),
        bind<&Incident::deductible>(moneyField("deductible", "Deductible", "$", "What the district pays before the insurer does.")),
        bind<&Incident::start>(dayField("start", "From", "Blank: from the beginning of the plan.")),
        bind<&Incident::end>(dayField("end", "Until", "Blank: to the end of the plan.")),
        bindIncluded<&Incident::included>(),
        bind<&Incident::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<UserGroup>>& boundFields(const UserGroup*) {
    static const auto hours = [](std::string_view key, std::string_view label, std::string_view help) {
        return numberField(key, label, "h/yr", help, between("0", "2000"));
    };
    static const std::vector<BoundField<UserGroup>> fields = {
        bind<&UserGroup::name>({.key = "name", .label = "Group", .help = "Who they are, for example teachers.", .type = Text, .required = true}),
        bindChoice<&UserGroup::people, peopleChoices>({.key = "people", .label = "People", .help = "Which head count they are, or a number of their own."}),
        bind<&UserGroup::number>({.key = "number",
                                  .label = "Number",
                                  .unit = "people",
                                  .help = "Where it is a number of its own.",
                                  .type = Count,
                                  .limits = between("0", "10000000")}),
        bind<&UserGroup::share>(rateField("share", "Who use it", "% of people", "Share of them who use computers; blank means all.", share())),
        bind<&UserGroup::salary>(moneyField("salary", "Salary", "$/yr", "Average per person; zero shows the hours without a price, as for students.")),
        bind<&UserGroup::benefits>(
            rateField("benefits", "Benefits", "% of salary", "Retirement, health and payroll taxes as a share of salary.", between("0", "3"))),
        bind<&UserGroup::paidHours>(numberField("paid_hours", "Paid hours", "h/yr", "Hours paid per person and year.", between("0", "4000"))),
        bind<&UserGroup::formalTraining>(hours("formal_training", "Formal training", "Hours per person and year in courses.")),
        bind<&UserGroup::casualLearning>(hours("casual_learning", "Casual learning", "Hours per person and year of learning by oneself.")),
        bind<&UserGroup::selfSupport>(hours("self_support", "Self-support", "Hours per person and year spent on one’s own computer problems.")),
        bind<&UserGroup::peerSupport>(hours("peer_support", "Helping others", "Hours per person and year spent on colleagues’ computer problems.")),
        bind<&UserGroup::files>(hours("files", "Files", "Hours per person and year for one’s own files and backups.")),
        bind<&UserGroup::downtime>(hours("downtime", "Downtime", "Hours per person and year in which nothing works.")),
        bind<&UserGroup::affectedShare>(
            rateField("affected_share", "Stopped by downtime", "% of people", "Share of them whose work stops in that time; blank means all.", share())),
        bindIncluded<&UserGroup::included>(),
    };
    return fields;
}

const std::vector<BoundField<Goal>>& boundFields(const Goal*) {
    static const std::vector<BoundField<Goal>> fields = {
        bind<&Goal::name>({.key = "name", .label = "Goal", .help = "A goal of the district, from its strategic plan.", .type = Text, .required = true}),
        bind<&Goal::importance>(numberField("importance", "Importance", "0–10", "How much the goal matters to the district, 0 to 10.", between("0", "10"))),
        bind<&Goal::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<Benefit>>& boundFields(const Benefit*) {
    static const std::vector<BoundField<Benefit>> fields = {
        bind<&Benefit::name>({.key = "name", .label = "Benefit", .help = "What gets better, in a few words.", .type = Text, .required = true}),
        bind<&Benefit::goal>({.key = "goal", .label = "Goal", .help = "The goal that it serves.", .type = Reference, .required = true, .target = Kind::Goal}),
        bind<&Benefit::influence>(
            numberField("influence", "Influence", "0–10", "How much it moves the goal, 0 to 10; a scenario can say otherwise.", between("0", "10"))),
        bind<&Benefit::measure>(
            {.key = "measure", .label = "Measured by", .help = "How the district will see it: what can be measured, and when.", .type = Text}),
        bindIncluded<&Benefit::included>(),
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
    static const std::vector<Field> all[] = {plainFields<District>(), plainFields<Assumptions>(), plainFields<HeadCount>(),  plainFields<Site>(),
                                             plainFields<Lease>(),    plainFields<Agreement>(),   plainFields<AssetModel>(), plainFields<Cohort>(),
                                             plainFields<Position>(), plainFields<Incident>(),    plainFields<UserGroup>(),  plainFields<Goal>(),
                                             plainFields<Benefit>(),  plainFields<Scenario>()};
    static_assert(std::size(all) == std::size(allKinds));
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
        {"agreement", "agreements", "agreement", "agreements"},
        {"asset_model", "asset_models", "model", "models"},
        {"cohort", "cohorts", "cohort", "cohorts"},
        {"position", "positions", "position", "positions"},
        {"incident", "incidents", "incident", "incidents"},
        {"user_group", "user_groups", "user group", "user groups"},
        {"goal", "goals", "goal", "goals"},
        {"benefit", "benefits", "benefit", "benefits"},
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
