// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

#include "tco/engine/funding.hpp"
#include "tco/report/sections.hpp"

namespace tco::cli {
namespace {

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

int answer(const Calculation& calculation, bool asJson) {
    const auto funding = fundingOf(calculation);
    if (asJson) {
        printAsJson(calculation, funding);
    } else {
        if (calculation.plan->funds.empty()) print("The plan has no funds: all of its cost is without money.\n\n");
        for (const auto& table : fundTables(calculation, funding)) print(writeText(table) + "\n");
        for (const auto& table : fundMoneyTables(calculation, funding)) print(writeText(table) + "\n");
    }
    return reportFindings(joined(calculation.findings, funding.findings));
}

} // namespace

void addFunds(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("funds", "Who pays: funds, E-Rate and what has no money, by year");
    const auto options = std::make_shared<ScenarioOptions>();
    addScenarioArguments(*command, *options);
    command->footer("Examples:\n"
                    "  tco funds fairmont.tco\n"
                    "  tco funds fairmont.tco --scenario \"The levy fails\" --json");
    command->callback([=, &chosen] {
        chosen = [=] { return withScenario(*options, [&](const Document&, const Calculation& calculation) { return answer(calculation, options->json); }); };
    });
}

} // namespace tco::cli
