// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

#include "chart_of_accounts.hpp"
#include "tco/engine/budget.hpp"
#include "tco/money/text.hpp"
#include "tco/report/sections.hpp"

namespace tco::cli {
namespace {

struct Options : ScenarioOptions {
    std::string cut;
    int year = 0; ///< 0 = all; for a cut the first
};

Json levelJson(const BudgetLevel& level) {
    auto causes = Json::array();
    for (const auto& cause : level.causes) causes.push_back({{"cause", key(cause.cause)}, {"amount", toJson(cause.amount)}});
    return {{"year", level.year.value},
            {"function", level.charge.function},
            {"object", level.charge.object},
            {"asked", toJson(level.asked)},
            {"adopted", toJson(level.adopted)},
            {"actual", toJson(level.actual)},
            {"asked_less_adopted", toJson(level.askedLessAdopted())},
            {"actual_less_adopted", toJson(level.actualLessAdopted())},
            {"adopted_plan", toJson(level.adoptedPlan)},
            {"causes", std::move(causes)}};
}

Json effectJson(const CutEffect& effect) {
    return {{"in_year", toJson(effect.inYear)},
            {"over_plan", toJson(effect.overPlan)},
            {"indirect", toJson(effect.indirect)},
            {"consequences", toJson(effect.consequences)}};
}

Json cutsJson(const Cuts& cuts) {
    auto options = Json::array();
    for (std::size_t i = 0; i < cuts.options.size(); ++i) {
        const auto& option = cuts.options[i];
        auto json = effectJson(option);
        json["cut"] = key(option.kind);
        json["kind"] = infoOf(option.item.kind).key;
        json["id"] = option.item.id;
        json["words"] = option.words;
        json["chosen"] = std::ranges::find(cuts.chosen, i) != cuts.chosen.end();
        options.push_back(std::move(json));
    }
    return {{"year", cuts.year.value},       {"amount", toJson(cuts.amount)},         {"reached", cuts.reached},
            {"sentence", cutSentence(cuts)}, {"together", effectJson(cuts.together)}, {"options", std::move(options)}};
}

void printAsJson(const Calculation& calculation, const Calculation* adopted, const Budget& budget, const std::optional<Cuts>& cuts, const Findings& findings) {
    auto levels = Json::array();
    for (const auto& level : budget.levels) levels.push_back(levelJson(level));
    printJson({{"currency", "USD"},
               {"scenario", calculation.name},
               {"adopted_scenario", adopted ? Json(adopted->name) : Json(nullptr)},
               {"note", budget.note},
               {"levels", std::move(levels)},
               {"cuts", cuts ? cutsJson(*cuts) : Json(nullptr)},
               {"findings", toJson(findings)}});
}

void printAsText(const Calculation& calculation, const Budget& budget, const std::optional<Cuts>& cuts) {
    const auto tables = budgetTables(calculation, budget);
    if (tables.empty() && !cuts) print("There are no budget lines for these years; this is what the plan asks for.\n\n");
    for (const auto& table : tables.empty() && !cuts ? accountTables(calculation, budget) : tables) print(writeText(table) + "\n");
    if (!cuts) return;
    if (const auto table = cutsTable(*cuts); !table.rows.empty()) print(writeText(table) + "\n");
    print(cutSentence(*cuts) + "\n");
}

/// The amount to be cut, where one is given.
Expected<std::optional<Money>> cutAmount(const Options& options) {
    if (options.cut.empty()) return std::nullopt;
    const auto amount = parseMoney(options.cut);
    if (!amount) return failFrom(amount);
    if (*amount <= Money()) return fail(ErrorCode::InvalidInput, "The amount to be cut must be above zero.");
    return *amount;
}

int answer(const Plan& plan, const Calculation& calculation, const Options& options) {
    if (const auto fault = yearFault(plan, options.year)) return complainUsage(*fault);
    const auto amount = cutAmount(options);
    if (!amount) return complainUsage(amount.error().message);

    const auto adoptedId = adoptedScenario(plan);
    const auto adopted = adoptedId && adoptedId != calculation.scenario ? calculate(plan, adoptedId, &calculation) : nullptr;
    auto budget = calculation.counts.empty() ? Budget() : budgetLevels(calculation, booksOf(calculation), adopted.get());
    if (options.year) std::erase_if(budget.levels, [&](const auto& level) { return level.year.value != options.year; });
    std::optional<Cuts> cuts;
    if (*amount) cuts = cutOptions(plan, calculation.scenario, **amount, options.year ? FiscalYear{options.year} : plan.firstYear());
    const auto findings = findingsOf(*calculation.plan, chartOf(*calculation.plan));
    if (options.json)
        printAsJson(calculation, adopted.get(), budget, cuts, findings);
    else
        printAsText(calculation, budget, cuts);
    return reportFindings(joined(calculation.findings, findings));
}

} // namespace

void addBudget(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("budget", "What the plan asks for beside what is adopted and spent, by account; what a cut would force");
    const auto options = std::make_shared<Options>();
    addScenarioArguments(*command, *options);
    command->add_option("--year", options->year, "Only this fiscal year, named by its ending year; the year of the cut (default: the first)")->type_name("FY");
    command->add_option("--cut", options->cut, "What a cut of this amount would force in the year")->type_name("$");
    command->footer("Examples:\n"
                    "  tco budget fairmont.tco --year 2028\n"
                    "  tco budget fairmont.tco --year 2028 --cut 50000 --json");
    command->callback([=, &chosen] {
        chosen = [=] {
            return withScenario(*options,
                                [&](const Document& document, const Calculation& calculation) { return answer(document.plan(), calculation, *options); });
        };
    });
}

} // namespace tco::cli
