// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

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
            {"students", year.students},
            {"devices", year.devices},
            {"per_student", toJson(year.perStudent)},
            {"per_device", toJson(year.perDevice)},
            {"by_category", toJson(year.byCategory)}};
}

Json scenarioJson(const ComparedScenario& scenario) {
    const auto& figures = scenario.figures;
    auto years = Json::array();
    for (const auto& year : figures.years) years.push_back(yearJson(year));
    return {{"name", scenario.calculation->name},
            {"nominal", toJson(figures.nominal)},
            {"present_value", toJson(figures.presentValue)},
            {"equivalent_annual", toJson(figures.equivalentAnnual)},
            {"average_per_year", toJson(figures.averagePerYear)},
            {"peak_year", figures.peakYear.value},
            {"peak", toJson(figures.peak)},
            {"per_student_year", toJson(figures.perStudentYear)},
            {"per_device_year", toJson(figures.perDeviceYear)},
            {"by_year", std::move(years)},
            {"by_category", toJson(figures.byCategory)},
            {"difference", {{"nominal", toJson(scenario.nominalDifference)}, {"present_value", toJson(scenario.presentValueDifference)}}}};
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
    for (const auto& scenario : comparison.scenarios) scenarios.push_back(scenarioJson(scenario));
    const auto& rate = plan.assumptions.discountRate;
    return {{"currency", "USD"},
            {"first_year", plan.district.firstYear},
            {"years", std::move(years)},
            {"discount_rate", rate ? Json(canonical(*rate)) : Json(nullptr)},
            {"scenarios", std::move(scenarios)},
            {"cheapest", comparison.scenarios[comparison.cheapest()].calculation->name},
            {"break_even", breakEvenJson(comparison)},
            {"answer", answerSentence(comparison)},
            {"findings", toJson(findings)}};
}

void printText(const Comparison& comparison) {
    print(answerSentence(comparison) + "\n\n");
    for (const auto& table : {sideBySideTable(comparison), yearlyTable(comparison), categoryTable(comparison)}) print(writeText(table) + "\n");
    if (const auto sentence = breakEvenSentence(comparison); !sentence.empty()) print(sentence + "\n");
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
