// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <set>

#include <fmt/format.h>

#include "tco/engine/explanation.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, scenario, category;
    int year = 0; ///< 0 = all
    bool json = false;
};

std::vector<std::string> categoryKeys() {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < costCategoryCount; ++i) keys.emplace_back(key(CostCategory(i)));
    return keys;
}

PostingFilter filterOf(const Options& options) {
    PostingFilter filter;
    if (options.year) filter.year = FiscalYear{options.year};
    for (std::size_t i = 0; i < costCategoryCount; ++i)
        if (options.category == key(CostCategory(i))) filter.category = CostCategory(i);
    return filter;
}

/// "Buy in cash, FY2027, Devices"
std::string titleOf(const Calculation& calculation, const PostingFilter& filter) {
    auto title = calculation.name;
    if (filter.year) title += fmt::format(", FY{}", filter.year->value);
    if (filter.category) title += fmt::format(", {}", label(*filter.category));
    return title;
}

Json postingJson(const PostingExplanation& explanation) {
    auto inputs = Json::array();
    for (const auto& input : explanation.inputs)
        inputs.push_back({{"kind", infoOf(input.field.item.kind).key},
                          {"id", input.field.item.id},
                          {"field", input.field.field},
                          {"label", input.label},
                          {"value", input.value},
                          {"source", input.source}});
    const auto& posting = explanation.posting;
    return {{"date", posting.date.iso()},      {"year", posting.year.value},        {"category", key(posting.category)},
            {"element", key(posting.element)}, {"nominal", toJson(posting.amount)}, {"present_value", toJson(posting.presentValue)},
            {"formula", explanation.formula},  {"inputs", std::move(inputs)}};
}

void printAsJson(const Calculation& calculation, const PostingFilter& filter, const TotalExplanation& total) {
    auto lines = Json::array();
    for (const auto& line : total.lines) {
        auto postings = Json::array();
        for (const auto index : line.postings) postings.push_back(postingJson(explainPosting(calculation, index)));
        lines.push_back({{"kind", infoOf(line.item.kind).key},
                         {"id", line.item.id},
                         {"name", line.name},
                         {"rule", ruleCode(line.rule)},
                         {"nominal", toJson(line.sum.nominal)},
                         {"present_value", toJson(line.sum.presentValue)},
                         {"postings", std::move(postings)}});
    }
    printJson({{"currency", "USD"},
               {"scenario", calculation.name},
               {"year", filter.year ? Json(filter.year->value) : Json(nullptr)},
               {"category", filter.category ? Json(key(*filter.category)) : Json(nullptr)},
               {"nominal", toJson(total.total.nominal)},
               {"present_value", toJson(total.total.presentValue)},
               {"lines", std::move(lines)}});
}

void printAsText(const Calculation& calculation, const PostingFilter& filter, const TotalExplanation& total) {
    const auto cents = [](Money amount) { return display(amount, MoneyStyle::Cents); };
    print(fmt::format("{}: {} ({} in today’s money)\n", titleOf(calculation, filter), cents(total.total.nominal), cents(total.total.presentValue)));
    for (const auto& line : total.lines) {
        print(fmt::format("\n{}: {}, {}\n", ruleTitle(line.rule), line.name, cents(line.sum.nominal)));
        std::set<std::string> said; // inputs of earlier postings of this line
        for (const auto index : line.postings) {
            const auto explanation = explainPosting(calculation, index);
            print(fmt::format("  {}  {}\n", explanation.posting.date.iso(), explanation.formula));
            for (const auto& input : explanation.inputs) {
                const auto sentence = fmt::format("{}: {}{}", input.label, input.value.empty() ? "blank" : input.value,
                                                  input.source.empty() ? "" : fmt::format(" ({})", input.source));
                if (said.insert(sentence).second) print(fmt::format("              {}\n", sentence));
            }
        }
    }
}

int run(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto& plan = document->plan();
    const auto scenarios = scenariosNamed(plan, options.scenario.empty() ? std::vector<std::string>{} : std::vector{options.scenario});
    if (!scenarios) return complainUsage(scenarios.error().message);
    if (options.year && (FiscalYear{options.year} < plan.firstYear() || FiscalYear{options.year} > plan.lastYear()))
        return complainUsage(fmt::format("FY{} is not in the plan, which covers FY{} to FY{}.", options.year, plan.firstYear().value, plan.lastYear().value));
    const auto calculation = calculate(plan, scenarios->front());
    const auto filter = filterOf(options);
    const auto total = explainTotal(*calculation, filter);
    if (options.json)
        printAsJson(*calculation, filter, total);
    else
        printAsText(*calculation, filter, total);
    return reportFindings(calculation->findings);
}

} // namespace

void addExplain(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("explain", "Open a total down to its postings, each with its formula and sources");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("--scenario", options->scenario, "A scenario by its name (default: the first)")->type_name("NAME");
    command->add_option("--year", options->year, "Only this fiscal year, named by its ending year: 2027")->type_name("FY");
    command->add_option("--category", options->category, "Only this kind of cost")->check(CLI::IsMember(categoryKeys()));
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Examples:\n"
                    "  tco explain fairmont.tco --year 2027 --category devices\n"
                    "  tco explain fairmont.tco --scenario \"4-year lease\" --json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
