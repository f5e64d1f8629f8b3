// SPDX-License-Identifier: Apache-2.0

// Contracts: leases and agreements, and what changes in them.

#include "field_makers.hpp"

namespace tco {
namespace {

using FieldType::Text, FieldType::Count, FieldType::UnitPrice, FieldType::Number, FieldType::Reference, FieldType::Amounts;

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
constexpr Choice treatmentChoices[] = {{"by_the_rules", "By the rules of GASB"},
                                       {"lease", "Lease"},
                                       {"subscription", "Subscription"},
                                       {"financed_purchase", "Financed purchase"},
                                       {"expense", "Expense"}};
constexpr Choice partyChoices[] = {{"nobody", "Nobody"}, {"district", "The district"}, {"provider", "The other side"}, {"both", "Both, each alone"}};
constexpr Choice setupStageChoices[] = {
    {"implementation", "Initial implementation"}, {"preliminary", "Before the choice"}, {"operation", "Training and operation"}};
constexpr Choice erateChoices[] = {
    {"none", "Not requested"}, {"category_one", "Category one"}, {"category_two", "Category two"}, {"pilot", "Cybersecurity pilot"}};
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

constexpr Choice contractChangeChoices[] = {{"remeasurement", "Judged anew (remeasurement)"},
                                            {"modification", "Contract changed (modification)"},
                                            {"partial_termination", "Part goes back (partial termination)"}};

/// How a contract stands in the books: the same fields for every kind of contract.
template <auto Accounting> void addAccounting(auto& fields) {
    using A = ContractAccounting;
    fields.insert(fields.end(),
                  {bindChoice<Accounting, treatmentChoices, &A::treatment>(
                       beginning("In the books", {.key = "treatment",
                                                  .label = "In the books",
                                                  .help = "By the rules: GASB 87 for leases, GASB 96 for subscriptions, a financed purchase "
                                                          "where the district ends as the owner. Confirm other choices with the auditor."})),
                   bind<Accounting, &A::rate>(rateField("book_rate", "Rate for the liability", "%/yr",
                                                        "Nominal rate per year. Blank: the rate of the contract, else the district’s borrowing rate.",
                                                        between("-0.2", "0.5"))),
                   bind<Accounting, &A::extensionMonths>(countField("extension_months", "Option to extend", "months",
                                                                    "By how much the contract lets its term be extended.", between("0", "240"))),
                   bindChoice<Accounting, yesNoChoices, &A::extensionCertain>(
                       {.key = "extension_certain", .label = "Will be extended", .help = "Whether it is reasonably certain that the option is used."}),
                   bindChoice<Accounting, partyChoices, &A::cancellableBy>(
                       {.key = "cancellable_by",
                        .label = "May be canceled by",
                        .help = "Who may leave before the end without a cause. A right to leave when no money is appropriated does not count."}),
                   bind<Accounting, &A::cancellableAfter>(countField("cancellable_after", "Cancelable after", "months",
                                                                     "How many months after the start it may be canceled.", between("0", "240"))),
                   bind<Accounting, &A::cancelNotice>(
                       countField("cancel_notice", "Notice to cancel", "months", "How long the contract still runs after it is canceled.", between("0", "36"))),
                   bindChoice<Accounting, yesNoChoices, &A::cancelCertain>(
                       {.key = "cancel_certain", .label = "Will be canceled", .help = "Whether it is reasonably certain that the right to cancel is used."})});
}

} // namespace

const std::vector<BoundField<Lease>>& boundFields(const Lease*) {
    static const auto fields = [] {
        std::vector<BoundField<Lease>> all = {
            bind<&Lease::name>({.key = "name", .label = "Lease", .help = "A short name for these terms.", .type = Text, .required = true}),
            bind<&Lease::lessor>({.key = "lessor", .label = "Lessor", .help = "Who offers it.", .type = Text}),
            bindChoice<&Lease::contract, contractChoices>(
                {.key = "contract", .label = "Contract", .help = "What kind of contract it is. How it is accounted for is another question."}),
            bindChoice<&Lease::pricing, pricingChoices>(
                beginning("Payments", {.key = "pricing", .label = "Priced by", .help = "How the quote states the payment."})),
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
            bind<&Lease::payments>({.key = "payments",
                                    .label = "Payments",
                                    .help = "How many payments there are.",
                                    .type = Count,
                                    .required = true,
                                    .limits = between("1", "240")}),
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
                beginning("End of the term", {.key = "end_of_term",
                                              .label = "At the end",
                                              .help = "What becomes of the devices after the last payment. A financed purchase is always kept."})),
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
            bindChoice<&Lease::nonAppropriation, yesNoChoices>(
                beginning("Leaving early", {.key = "non_appropriation",
                                            .label = "Non-appropriation",
                                            .help = "Whether the district may end the lease without penalty when no money is appropriated."})),
            bind<&Lease::earlyReturnShare>(rateField("early_return_share", "Early return", "% of the rest",
                                                     "Share of the remaining payments that is due when devices go back early.", share())),
            bind<&Lease::fee>(beginning(
                "At the start", moneyField("fee", "Fee", "$ once", "Documentation, freight or legal review, once for each contract on its first day."))),
            bind<&Lease::incentive>(
                moneyField("incentive", "Incentive", "$/device", "What the lessor gives per device on the first day, for example for a trade-in.")),
            bind<&Lease::quotedTotal>(quotedTotalField()),
        };
        addAccounting<&Lease::accounting>(all);
        return all;
    }();
    return fields;
}

const std::vector<BoundField<Agreement>>& boundFields(const Agreement*) {
    static const auto fields = [] {
        std::vector<BoundField<Agreement>> all = {
            bind<&Agreement::name>({.key = "name", .label = "Agreement", .help = "What it is for, in a few words.", .type = Text, .required = true}),
            bind<&Agreement::vendor>({.key = "vendor", .label = "Vendor", .help = "Who provides it.", .type = Text}),
            bindChoice<&Agreement::kind, agreementKindChoices>(
                {.key = "agreement_kind", .label = "Kind", .help = "It decides under which category the cost is shown."}),
            bind<&Agreement::site>(
                {.key = "site", .label = "Site", .help = "Where it is used; blank for the whole district.", .type = Reference, .target = Kind::Site}),
            bind<&Agreement::start>(beginning("Term", dayField("start", "First day", "Blank: it runs before the plan begins."))),
            bind<&Agreement::end>(dayField("end", "Last day", "Blank: it runs beyond the plan.")),
            bindChoice<&Agreement::basis, agreementBasisChoices>(
                beginning("Price", {.key = "basis",
                                    .label = "Counted",
                                    .help = "What the yearly amount is multiplied with: students, employees, computers in service and so on."})),
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
            bindChoice<&Agreement::setupStage, setupStageChoices>(
                {.key = "setup_stage",
                 .label = "Set-up is for",
                 .help = "Initial implementation becomes part of a subscription asset; the rest is expense (GASB 96)."}),
            bind<&Agreement::exitCost>(moneyField("exit_cost", "Exit cost", "$ once", "What leaving costs on the last day: moving the data out, removal.")),
            bind<&Agreement::quotedTotal>(quotedTotalField()),
            bind<&Agreement::commitmentMonths>(countField("commitment_months", "Committed for", "months",
                                                          "For how long the district is bound, from the first day on. Blank: a year at a time.",
                                                          between("1", "240"))),
        };
        addAccounting<&Agreement::accounting>(all);
        all.insert(all.end(), {bindChoice<&Agreement::erate, erateChoices>(
                                   beginning("E-Rate", {.key = "erate",
                                                        .label = "E-Rate",
                                                        .help = "Category one: connections to buildings. Category two: inside buildings, "
                                                                "within a budget for five years. Never devices for students and staff."})),
                               bind<&Agreement::erateEligible>(rateField("erate_eligible", "Eligible for E-Rate", "% of price",
                                                                         "Share of the price that is eligible; blank means all of it.", share())),
                               bindIncluded<&Agreement::included>("Plan"), bind<&Agreement::note>(noteField())});
        return all;
    }();
    return fields;
}

const std::vector<BoundField<ContractChange>>& boundFields(const ContractChange*) {
    using C = ContractChange;
    static const std::vector<BoundField<C>> fields = {
        bind<&C::name>({.key = "name", .label = "Change", .help = "What happens, in a few words.", .type = Text, .required = true}),
        bind<&C::lease>({.key = "lease",
                         .label = "Lease",
                         .help = "The lease that changes, or else an agreement: every contract on it that runs on the day.",
                         .type = Reference,
                         .target = Kind::Lease}),
        bind<&C::agreement>({.key = "agreement", .label = "Agreement", .help = "The agreement that changes.", .type = Reference, .target = Kind::Agreement}),
        bind<&C::date>({.key = "date", .label = "From", .help = "The first day on which it holds.", .type = FieldType::Day, .required = true}),
        bindChoice<&C::kind, contractChangeChoices>(
            {.key = "change_kind",
             .label = "Kind",
             .help = "Judged anew: the contract foresaw it, for example an option. Changed: both sides agree on it. Part goes back: some of it ends early."}),
        bind<&C::paymentChange>(rateField("payment_change", "Payments rise by", "% of payment",
                                          "By how much payments from that day on are higher; −10% makes them lower.", between("-1", "5"))),
        bind<&C::share>(rateField("share", "Goes back", "%", "Which part ends, and its payments with it. Only where part goes back.", share())),
        bind<&C::rate>(rateField("rate", "Rate for the liability", "%/yr", "Nominal rate per year from that day on. Blank: it stays.", between("-0.2", "0.5"))),
        bind<&C::extraMonths>(
            countField("extra_months", "Longer by", "months", "How many months longer the term becomes; payments of a lease go on.", between("0", "120"))),
        bindIncluded<&C::included>(),
        bind<&C::note>(noteField()),
    };
    return fields;
}

} // namespace tco
