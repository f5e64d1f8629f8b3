// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include "tco/money/text.hpp"
#include "tco/report/sections.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file;
    std::vector<std::string> scenarios;
    bool json = false;
};

Json yearJson(const YearFigures& year) {
    return {{"year", year.year.value},
            {"nominal", toJson(year.nominal)},
            {"present_value", toJson(year.presentValue)},
            {"direct", toJson(year.direct)},
            {"indirect", toJson(year.indirect)},
            {"capital", toJson(year.capital)},
            {"operating", toJson(year.operating)},
            {"annualised", toJson(year.annualised)},
            {"students", year.students},
            {"staff", year.staff},
            {"teachers", year.teachers},
            {"devices", year.devices},
            {"clients", year.clients},
            {"units", year.units},
            {"refreshed", year.refreshed},
            {"technology_fte", year.technologyFte.rounded(4).text()},
            {"user_hours", year.userHours.rounded(2).text()},
            {"per_student", toJson(year.perStudent)},
            {"per_device", toJson(year.perDevice)},
            {"per_user", toJson(year.perUser)},
            {"per_client", toJson(year.perClient)},
            {"by_category", byKey<CostCategory>(year.byCategory)}};
}

void addTotals(Json& object, const Totals& totals) {
    object["nominal"] = toJson(totals.nominal);
    object["present_value"] = toJson(totals.presentValue);
    object["equivalent_annual"] = toJson(totals.equivalentAnnual);
    object["average_per_year"] = toJson(totals.averagePerYear);
    object["peak_year"] = totals.peakYear.value;
    object["peak"] = toJson(totals.peak);
    object["largest_rise_year"] = totals.riseYear.value;
    object["largest_rise"] = toJson(totals.largestRise);
}

Json scenarioJson(const ComparedScenario& scenario, const ComparedScenario& first) {
    const auto& figures = scenario.figures;
    auto years = Json::array();
    for (const auto& year : figures.years) years.push_back(yearJson(year));
    Json json = {{"name", scenario.calculation->name}};
    addTotals(json, figures);
    auto budget = Json::object();
    addTotals(budget, figures.budget);
    json["budget"] = std::move(budget);
    json["direct"] = toJson(figures.direct);
    json["indirect"] = toJson(figures.indirect);
    json["capital"] = toJson(figures.capital);
    json["operating"] = toJson(figures.operating);
    json["annualised"] = toJson(figures.annualised);
    json["per_student_year"] = toJson(figures.perStudentYear);
    json["per_device_year"] = toJson(figures.perDeviceYear);
    json["per_user_year"] = toJson(figures.perUserYear);
    json["per_client_year"] = toJson(figures.perClientYear);
    json["benefit_score"] = figures.benefitScore.text();
    json["by_year"] = std::move(years);
    json["by_category"] = byKey<CostCategory>(figures.byCategory);
    json["annualised_by_category"] = byKey<CostCategory>(figures.annualisedByCategory);
    json["by_element"] = byKey<Element>(figures.byElement);
    json["by_function"] = byKey<LabourFunction>(figures.byFunction);
    json["difference"] = {{"nominal", toJson(scenario.nominalDifference)},
                          {"present_value", toJson(scenario.presentValueDifference)},
                          {"direct", toJson(figures.direct - first.figures.direct)},
                          {"indirect", toJson(figures.indirect - first.figures.indirect)}};
    return json;
}

/// Between the first scenario without lease payments and the first with them.
Json breakEvenJson(const Comparison& comparison) {
    const auto leases = [](const ComparedScenario& scenario) { return !scenario.figures.byElement[std::size_t(Element::Lease)].isZero(); };
    const auto buy = std::ranges::find_if_not(comparison.scenarios, leases);
    const auto lease = std::ranges::find_if(comparison.scenarios, leases);
    if (buy == comparison.scenarios.end() || lease == comparison.scenarios.end()) return nullptr;
    const auto solved = breakEvenPayment(*buy, *lease);
    if (!solved) return nullptr;
    return {{"buy", buy->calculation->name},
            {"lease", lease->calculation->name},
            {"quoted", toJson(solved->quoted)},
            {"break_even", toJson(solved->breakEven)},
            {"units", solved->units},
            {"quoted_per_unit", solved->quotedPerUnit.rounded(6).text()},
            {"break_even_per_unit", solved->breakEvenPerUnit.rounded(6).text()},
            {"payments_per_year", solved->paymentsPerYear},
            {"factor", solved->factor.text()}};
}

Json comparisonJson(const Plan& plan, const Comparison& comparison, const Findings& findings) {
    auto years = Json::array();
    for (const auto& year : comparison.scenarios.front().figures.years) years.push_back(year.year.value);
    auto scenarios = Json::array();
    for (const auto& scenario : comparison.scenarios) scenarios.push_back(scenarioJson(scenario, comparison.scenarios.front()));
    const auto& rate = plan.assumptions.discountRate;
    Json answer = {{"currency", "USD"},
                   {"first_year", plan.district.firstYear},
                   {"years", std::move(years)},
                   {"discount_rate", rate ? Json(canonical(*rate)) : Json(nullptr)},
                   {"scenarios", std::move(scenarios)},
                   {"cheapest", comparison.scenarios[comparison.cheapest()].calculation->name},
                   {"break_even", breakEvenJson(comparison)}};
    addAnalyses(answer, comparison, analyse(comparison));
    answer["answer"] = answerSentence(comparison);
    answer["findings"] = toJson(findings);
    return answer;
}

struct BlockPrinter {
    void operator()(const Table& table) const { print("\n" + writeText(table)); }
    void operator()(const Paragraph& paragraph) const { print(paragraph.text + "\n"); }
    void operator()(const Heading&) const {}
    void operator()(const ChartBlock&) const {} // its figures stand in the tables
};

void printText(const Comparison& comparison) {
    print(answerSentence(comparison) + "\n\n");
    print(writeText(sideBySideTable(comparison)));
    for (const auto& section : comparisonSections(comparison, analyse(comparison))) {
        print("\n" + section.title + "\n");
        for (const auto& block : section.blocks) std::visit(BlockPrinter(), block);
    }
}

int run(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto& plan = document->plan();
    const auto scenarios = scenariosNamed(plan, options.scenarios);
    if (!scenarios) return complainUsage(scenarios.error().message);
    const auto comparison = compare(plan, *scenarios);
    const auto findings = findingsOf(comparison);
    if (options.json)
        printJson(comparisonJson(plan, comparison, findings));
    else
        printText(comparison);
    return reportFindings(findings);
}

} // namespace

void addCompare(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("compare", "Set scenarios side by side; the first is the one the others are compared with");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    addScenarioOption(*command, options->scenarios);
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Examples:\n"
                    "  tco compare fairmont.tco\n"
                    "  tco compare fairmont.tco --scenario \"Buy\" --scenario \"4-year lease\" --json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
