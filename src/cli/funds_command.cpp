// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

#include "tco/engine/funding.hpp"
#include "tco/report/sections.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, scenario;
    bool json = false;
};

Json yearJson(const FundingYear& year) {
    return {{"year", year.year.value},           {"cost", toJson(year.cost)},           {"erate", toJson(year.erate)},
            {"assigned", toJson(year.assigned)}, {"uncertain", toJson(year.uncertain)}, {"unfunded", toJson(year.unfunded)}};
}

Json fundJson(const Plan& plan, const FundUse& use) {
    const auto& fund = *findById(plan.funds, use.fund);
    auto years = Json::array();
    for (const auto& year : use.years)
        years.push_back({{"year", year.year.value},
                         {"available", toJson(year.available)},
                         {"carried_in", toJson(year.carriedIn)},
                         {"asked", toJson(year.asked)},
                         {"assigned", toJson(year.assigned)},
                         {"left", toJson(year.left)}});
    return {{"id", fund.id.value},
            {"name", fund.name},
            {"code", fund.code},
            {"uncertain", fund.certainty == FundCertainty::Uncertain},
            {"assigned", toJson(use.assigned())},
            {"by_year", std::move(years)}};
}

Json nameOrNull(const Plan& plan, ItemRef item) { return item.id ? Json(nameOf(plan, item)) : Json(nullptr); }

Json lineJson(const Plan& plan, const FundingLine& line) {
    return {{"year", line.year.value},
            {"paid_by", key(line.paidBy)},
            {"fund", nameOrNull(plan, {Kind::Fund, line.fund.value})},
            {"rule", nameOrNull(plan, {Kind::FundingRule, line.rule.value})},
            {"kind", infoOf(line.item.kind).key},
            {"id", line.item.id},
            {"name", nameOf(plan, line.item)},
            {"category", key(line.category)},
            {"element", key(line.element)},
            {"site", nameOrNull(plan, {Kind::Site, line.site.value})},
            {"amount", toJson(line.amount)}};
}

void printAsJson(const Calculation& calculation, const Funding& funding) {
    const Plan& plan = *calculation.plan;
    auto years = Json::array(), funds = Json::array(), lines = Json::array();
    for (const auto& year : funding.years) years.push_back(yearJson(year));
    for (const auto& use : funding.funds) funds.push_back(fundJson(plan, use));
    for (const auto& line : funding.lines) lines.push_back(lineJson(plan, line));
    printJson({{"currency", "USD"},
               {"scenario", calculation.name},
               {"unfunded", toJson(funding.unfunded())},
               {"by_year", std::move(years)},
               {"funds", std::move(funds)},
               {"lines", std::move(lines)},
               {"findings", toJson(funding.findings)}});
}

int run(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto scenario = scenarioNamed(document->plan(), options.scenario);
    if (!scenario) return complainUsage(scenario.error().message);
    const auto calculation = calculate(document->plan(), *scenario);
    const auto funding = fundingOf(*calculation);
    if (options.json) {
        printAsJson(*calculation, funding);
    } else {
        if (calculation->plan->funds.empty()) print("The plan has no funds: all of its cost is without money.\n\n");
        for (const auto& table : fundTables(*calculation, funding)) print(writeText(table) + "\n");
        for (const auto& table : fundMoneyTables(*calculation, funding)) print(writeText(table) + "\n");
    }
    return reportFindings(joined(calculation->findings, funding.findings));
}

} // namespace

void addFunds(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("funds", "Who pays: funds, E-Rate and what has no money, by year");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("--scenario", options->scenario, "A scenario by its name (default: the first)")->type_name("NAME");
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Examples:\n"
                    "  tco funds fairmont.tco\n"
                    "  tco funds fairmont.tco --scenario \"The levy fails\" --json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
