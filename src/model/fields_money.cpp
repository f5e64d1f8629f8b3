// SPDX-License-Identifier: Apache-2.0

// Who pays and where it is charged: funds, the rules that assign costs to them, accounts, and lines of the budget.

#include "cost_choices.hpp"
#include "field_makers.hpp"

namespace tco {
namespace {

using FieldType::Text, FieldType::Count, FieldType::Reference, FieldType::Amounts;

constexpr Choice fundKindChoices[] = {{"general", "General fund"},
                                      {"special_revenue", "Special revenue"},
                                      {"capital_projects", "Capital projects or bonds"},
                                      {"debt_service", "Debt service"},
                                      {"levy", "Levy"},
                                      {"grant", "Grant"},
                                      {"other", "Other"}};
constexpr Choice certaintyChoices[] = {{"certain", "Certain"}, {"uncertain", "May fail"}};

template <auto Scope> auto categoryField() {
    return bindChoice<Scope, categoryScopeChoices, &CostScope::category>({.key = "category", .label = "Category", .help = "Only costs of this category."});
}
template <auto Scope> auto useField() {
    return bindChoice<Scope, useScopeChoices, &CostScope::use>(
        {.key = "use", .label = "Capital or operating", .help = "Capital: purchases, principal, putting into service. Operating: all the rest."});
}
Field codeField(std::string_view key, std::string_view label, std::string_view help) { return {.key = key, .label = label, .help = help, .type = Text}; }
Field onlyField(std::string_view key, std::string_view label, std::string_view help, Kind target) {
    return {.key = key, .label = label, .help = help, .type = Reference, .target = target};
}
Field yearField(std::string_view key, std::string_view label, std::string_view help) {
    return {.key = key, .label = label, .unit = "ending year", .help = help, .type = Count, .required = true, .limits = between("1990", "2170")};
}
Field budgetField(std::string_view key, std::string_view label, std::string_view help) {
    return {.key = key, .label = label, .unit = "$", .help = help, .type = FieldType::Money, .limits = between("-1000000000", "1000000000")};
}

} // namespace

const std::vector<BoundField<Fund>>& boundFields(const Fund*) {
    static const std::vector<BoundField<Fund>> fields = {
        bind<&Fund::name>({.key = "name", .label = "Fund", .help = "As the board knows it.", .type = Text, .required = true}),
        bind<&Fund::code>(codeField("code", "Number", "Its number in the chart of accounts.")),
        bindChoice<&Fund::kind, fundKindChoices>({.key = "fund_kind", .label = "Kind", .help = "What kind of fund it is."}),
        bind<&Fund::firstYear>(yearField("first_year", "From fiscal year", "The fiscal year of the first amount.")),
        bind<&Fund::amounts>({.key = "amounts",
                              .label = "Amounts",
                              .unit = "$/yr",
                              .help = "What it has for technology in each year, with semicolons; the last one holds on. Blank: as much as is needed.",
                              .type = Amounts,
                              .limits = between("0", "1000000000")}),
        bind<&Fund::lastYear>(countField("last_year", "Last year", "ending year",
                                         "The last fiscal year in which it pays: the end of a grant, of bonds, of a levy. Blank: it goes on.",
                                         between("1990", "2170"))),
        bindChoice<&Fund::carriesOver, yesNoChoices>(
            {.key = "carries_over", .label = "Carries over", .help = "Whether what is left in a year may be spent in the next, as with bonds."}),
        categoryField<&Fund::scope>(),
        useField<&Fund::scope>(),
        bindChoice<&Fund::certainty, certaintyChoices>(
            {.key = "certainty", .label = "Certainty", .help = "Whether it is certain, or may fail, as a levy before the vote or a grant not yet awarded."}),
        bindIncluded<&Fund::included>(),
        bind<&Fund::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<FundingRule>>& boundFields(const FundingRule*) {
    static const std::vector<BoundField<FundingRule>> fields = {
        bind<&FundingRule::name>({.key = "name", .label = "Rule", .help = "What is paid by it, in a few words.", .type = Text, .required = true}),
        bind<&FundingRule::rank>(
            {.key = "rank", .label = "Order", .help = "Rules of a lower number come first.", .type = Count, .required = true, .limits = between("1", "999")}),
        bind<&FundingRule::fund>({.key = "fund", .label = "Fund", .help = "Which fund pays.", .type = Reference, .required = true, .target = Kind::Fund}),
        categoryField<&FundingRule::scope>(),
        useField<&FundingRule::scope>(),
        bind<&FundingRule::site>(onlyField("site", "Site", "Only costs at this site; blank: anywhere.", Kind::Site)),
        bind<&FundingRule::cohort>(onlyField("cohort", "Units", "Only costs of these units.", Kind::Cohort)),
        bind<&FundingRule::agreement>(onlyField("agreement", "Agreement", "Only costs of this agreement.", Kind::Agreement)),
        bind<&FundingRule::position>(onlyField("position", "Position", "Only costs of this position.", Kind::Position)),
        bind<&FundingRule::share>(rateField("share", "Share", "% of the rest", "Share of what rules before it have left; blank: all of it.", share())),
        bindIncluded<&FundingRule::included>(),
    };
    return fields;
}

const std::vector<BoundField<Account>>& boundFields(const Account*) {
    static const std::vector<BoundField<Account>> fields = {
        bind<&Account::name>({.key = "name", .label = "Account", .help = "Which costs are charged there, in a few words.", .type = Text, .required = true}),
        categoryField<&Account::scope>(),
        useField<&Account::scope>(),
        bindChoice<&Account::element, elementScopeChoices>(
            {.key = "element", .label = "What it is", .help = "Only this kind of cost. Where several accounts fit, the most special one holds."}),
        bind<&Account::function>(codeField("function", "Function", "Code of the function, for example 2230. Blank: that of NCES.")),
        bind<&Account::object>(codeField("object", "Object", "Code of the object, for example 734. Blank: that of NCES.")),
    };
    return fields;
}

const std::vector<BoundField<BudgetLine>>& boundFields(const BudgetLine*) {
    static const std::vector<BoundField<BudgetLine>> fields = {
        bind<&BudgetLine::fiscalYear>(yearField("fiscal_year", "Fiscal year", "The fiscal year of the budget.")),
        bind<&BudgetLine::function>(codeField("function", "Function", "Code of the function, for example 2230.")),
        bind<&BudgetLine::object>(codeField("object", "Object", "Code of the object, for example 734.")),
        bind<&BudgetLine::fund>(onlyField("fund", "Fund", "Blank: all funds together.", Kind::Fund)),
        bind<&BudgetLine::adopted>(budgetField("adopted", "Adopted", "What the board adopted.")),
        bind<&BudgetLine::actual>(budgetField("actual", "Actual", "What was spent, as far as it is known.")),
        bind<&BudgetLine::note>(noteField()),
    };
    return fields;
}

namespace {

/// What something cost at a time: a sum over everything, far beyond a price.
Field totalField(std::string_view help) {
    return {.key = "total", .label = "Cost then", .unit = "$", .help = help, .type = FieldType::Money, .limits = between("-1000000000000", "1000000000000")};
}

} // namespace

const std::vector<BoundField<ClosedYear>>& boundFields(const ClosedYear*) {
    static const std::vector<BoundField<ClosedYear>> fields = {
        bind<&ClosedYear::fiscalYear>(yearField("fiscal_year", "Fiscal year", "The fiscal year whose books are closed.")),
        bind<&ClosedYear::closedOn>(dayField("closed_on", "Closed on", "The day on which it was closed.")),
        bind<&ClosedYear::closedBy>({.key = "closed_by", .label = "Closed by", .help = "Who closed it.", .type = Text, .namesPerson = true}),
        bind<&ClosedYear::total>(totalField("What the year cost in the plan as entered when it was closed.")),
        bind<&ClosedYear::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<Adoption>>& boundFields(const Adoption*) {
    static const std::vector<BoundField<Adoption>> fields = {
        bind<&Adoption::name>({.key = "name", .label = "Name", .help = "What the board calls it: “Budget FY2027”.", .type = Text, .required = true}),
        bind<&Adoption::scenario>({.key = "scenario",
                                   .label = "Scenario",
                                   .help = "Which scenario was adopted; blank: the plan as entered.",
                                   .type = Reference,
                                   .target = Kind::Scenario}),
        bind<&Adoption::adoptedOn>(dayField("adopted_on", "Adopted on", "The day of the vote.")),
        bind<&Adoption::adoptedBy>(
            {.key = "adopted_by", .label = "Adopted by", .help = "Who adopted it, for example the board.", .type = Text, .namesPerson = true}),
        bind<&Adoption::total>(totalField("What the plan years cost when it was adopted.")),
        bind<&Adoption::note>(noteField()),
    };
    return fields;
}

} // namespace tco
