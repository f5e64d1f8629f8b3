// SPDX-License-Identifier: Apache-2.0

// The price book and the fleet.

#include "field_makers.hpp"

namespace tco {
namespace {

using FieldType::Text, FieldType::Count, FieldType::Day, FieldType::Reference, FieldType::Rates;

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
constexpr Choice modelAcquisitionChoices[] = {{"as_category", "As its category"}, {"purchase", "Buy"}, {"lease", "Lease or finance"}};
constexpr Choice cohortAcquisitionChoices[] = {
    {"as_model", "As the model says"}, {"purchase", "Buy"}, {"lease", "Lease or finance"}, {"agreement", "Under an agreement"}};
constexpr Choice refreshChoices[] = {{"replace", "Replace"}, {"retire", "Do not replace"}};
constexpr Choice growsWithChoices[] = {{"nothing", "Stays the same"}, {"students", "With students"}, {"staff", "With staff"}};

} // namespace

const std::vector<BoundField<AssetModel>>& boundFields(const AssetModel*) {
    static const std::vector<BoundField<AssetModel>> fields = {
        bind<&AssetModel::name>({.key = "name", .label = "Model", .help = "As the inventory calls it.", .type = Text, .required = true}),
        bind<&AssetModel::maker>({.key = "maker", .label = "Maker", .help = "Manufacturer.", .type = Text}),
        bindChoice<&AssetModel::type, assetTypeChoices>(
            {.key = "asset_type", .label = "Type", .help = "What it is; devices, network and servers are shown as categories of their own."}),
        bind<&AssetModel::unitPrice>(beginning("Price and life", moneyField("unit_price", "Price", "$", "Price of one unit in the first plan year."))),
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
        bind<&AssetModel::deployment>(
            beginning("To use it", moneyField("deployment", "Deployment", "$ once", "Unboxing, tagging, imaging and a case, per unit."))),
        bind<&AssetModel::licenceOnce>(
            moneyField("licence_once", "License once", "$ once", "Management license bought with the unit, for example Chrome Education Upgrade.")),
        bind<&AssetModel::licenceYearly>(moneyField("licence_yearly", "License", "$/yr", "Licenses per unit and year.")),
        bind<&AssetModel::supportYearly>(moneyField("support_yearly", "Support", "$/yr", "Maintenance or protection plan per unit and year.")),
        bind<&AssetModel::suppliesYearly>(moneyField("supplies_yearly", "Supplies", "$/yr", "Ink, toner, paper, batteries per unit and year.")),
        bind<&AssetModel::energyYearly>(
            numberField("energy_yearly", "Energy", "kWh/yr", "Kilowatt-hours per unit and year; Energy Star lists them.", between("0", "1000000"))),
        bind<&AssetModel::repairRate>(
            beginning("Repairs and losses", {.key = "repair_rate",
                                             .label = "Repairs",
                                             .unit = "%/yr",
                                             .help = "Share of units that need a paid repair in a year; by year of age with semicolons: 8%; 12%; 15%.",
                                             .type = Rates,
                                             .limits = between("0", "5")})),
        bind<&AssetModel::repairPrice>(moneyField("repair_price", "Repair price", "$", "Average price of one repair.")),
        bind<&AssetModel::lossRate>({.key = "loss_rate",
                                     .label = "Losses",
                                     .unit = "%/yr",
                                     .help = "Share of units lost or stolen in a year and bought again; by year of age with semicolons.",
                                     .type = Rates,
                                     .limits = share()}),
        bind<&AssetModel::lossPrice>(moneyField("loss_price", "Loss price", "$", "What a lost unit costs; blank means the unit price.")),
        bind<&AssetModel::spares>(rateField("spares", "Spares", "% of units", "Extra units bought with those in use: loaners and spares.", share())),
        bind<&AssetModel::resale>(
            beginning("At the end", {.key = "resale",
                                     .label = "Resale",
                                     .unit = "% of price",
                                     .help = "What a sale brings, as a share of the price paid; by years of age with semicolons: 50%; 35%; 20%; 10%.",
                                     .type = Rates,
                                     .limits = share()})),
        bind<&AssetModel::disposal>(moneyField("disposal", "Disposal", "$ once", "Wiping and recycling one unit at the end.")),
        bind<&AssetModel::erateEligible>(beginning(
            "How we pay",
            rateField("erate_eligible", "Eligible for E-Rate", "% of price",
                      "Share of the price that E-Rate category two is asked for; blank: none. Network equipment only, never devices for students and staff.",
                      share()))),
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

} // namespace tco
