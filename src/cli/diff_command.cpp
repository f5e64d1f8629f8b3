// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

namespace tco::cli {
namespace {

struct Options {
    std::string file, other, scenario, from, to, adopted;
    bool json = false;
};

struct States {
    PlanState from, to;
    History history; ///< for the names of items that are gone
};

std::string fileName(const std::string& path) { return std::filesystem::path(path).filename().string(); }

Expected<States> statesOfFiles(const Options& options) {
    const auto one = Document::open(options.file), other = Document::open(options.other);
    if (!one || !other) return failFrom(one ? other : one);
    auto from = fileName(options.file), to = fileName(options.other);
    if (from == to) from = options.file, to = options.other;
    return States{{std::move(from), one->plan()}, {std::move(to), other->plan()}, {}};
}

Expected<States> statesOfDays(const Options& options) {
    const auto from = Date::parse(options.from);
    const auto to = options.to.empty() ? Expected<Date>(Date()) : Date::parse(options.to);
    if (!from || !to) return failFrom(from ? to : from);
    const auto document = Document::open(options.file);
    if (!document) return failFrom(document);
    auto history = document->history();
    if (!history) return failFrom(history);
    if (!options.to.empty() && *to < *from)
        return fail(ErrorCode::InvalidInput, fmt::format("{} is before {}; give the earlier day first.", to->display(), from->display()));
    const auto first = beginningOf(*history);
    if (!first)
        return fail(ErrorCode::InvalidInput, fmt::format("“{}” has no history yet, so nothing is known of {}.", fileName(options.file), from->display()));
    // Before the first edit the plan was as that edit found it, however long.
    PlanState earlier{*from < *first ? fmt::format("before {}", first->display()) : from->display(), stateAt(document->plan(), *history, *from)};
    PlanState later{options.to.empty() ? "now" : to->display(), options.to.empty() ? document->plan() : stateAt(document->plan(), *history, *to)};
    return States{std::move(earlier), std::move(later), std::move(*history)};
}

/// What was adopted, and what its scenario says now.
Expected<States> statesOfAdoption(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return failFrom(document);
    const auto& plan = document->plan();
    const auto found = itemByName(plan, Kind::Adoption, options.adopted);
    if (!found) return fail(ErrorCode::InvalidInput, found.error().message);
    const auto& adoption = *findById(plan.adoptions, AdoptionId{found->id});
    auto kept = document->adoptedPlan(adoption.id);
    if (!kept) return failFrom(kept);
    const auto scenario = adoption.scenario ? nameOf(plan, {Kind::Scenario, adoption.scenario.value}) : std::string();
    return States{{adoption.name, std::move(*kept), scenario}, {"now", asAdopted(plan, adoption.scenario), scenario}, {}};
}

Expected<std::shared_ptr<const Calculation>> calculationOf(const PlanState& state, const std::string& scenario, const Calculation* previous) {
    if (scenario.empty()) return calculate(state.plan, {}, previous);
    const auto found = scenarioNamed(state.plan, scenario);
    if (!found) return fail(found.error().code, fmt::format("{}: {}", state.name, found.error().message));
    return calculate(state.plan, *found, previous);
}

void printText(const States& states, const std::vector<EntryChange>& changes, const ChangeWords& words, const Waterfall& steps, const WaterfallEnd& from,
               const WaterfallEnd& to, std::string_view scenario) {
    if (changes.empty()) return print(fmt::format("{} and {} say the same.\n", states.from.name, states.to.name));
    print(writeText(changesTable(changes, words, states.from.name, states.to.name)));
    auto table = waterfallTable(steps, from, to);
    table.caption += totalsOf(scenario);
    print("\n" + (table.rows.empty() ? noEffectSentence(scenario) + "\n" : writeText(table)));
}

int answer(const States& states, const Options& options) {
    const auto one = calculationOf(states.from, options.scenario, nullptr);
    if (!one) return complainUsage(one.error().message);
    const auto other = calculationOf(states.to, options.scenario, one->get());
    if (!other) return complainUsage(other.error().message);
    const auto changes = differencesBetween(states.from.plan, states.to.plan);
    const ChangeWords words({&states.to.plan, &states.from.plan}, &states.history);
    const auto steps = waterfall(**one, **other);
    const auto scenario = options.scenario.empty() ? states.to.ofScenario : (*other)->name;
    const WaterfallEnd from{states.from.name, *(*one)->plan}, to{states.to.name, *(*other)->plan};
    if (options.json)
        printJson({{"currency", "USD"},
                   {"scenario", scenario.empty() ? Json(nullptr) : Json(scenario)},
                   {"from", states.from.name},
                   {"to", states.to.name},
                   {"changes", toJson(words, changes)},
                   {"waterfall", toJson(steps, from, to)}});
    else
        printText(states, changes, words, steps, from, to, scenario);
    return Done;
}

int run(const Options& options) {
    if (!options.other.empty() + !options.from.empty() + !options.adopted.empty() != 1)
        return complainUsage("Name two files to compare, or one file and the day from which on (--from 2026-07-01) or what was adopted (--adopted NAME).");
    if (!options.adopted.empty() && !options.scenario.empty())
        return complainUsage("--adopted compares with the scenario that was adopted; leave --scenario out.");
    if (options.from.empty() && !options.to.empty()) return complainUsage("--to needs --from, the earlier day.");
    const auto states = !options.adopted.empty() ? statesOfAdoption(options) : options.from.empty() ? statesOfFiles(options) : statesOfDays(options);
    if (states) return answer(*states, options);
    return states.error().code == ErrorCode::InvalidInput ? complainUsage(states.error().message) : complain(states.error());
}

} // namespace

void addDiff(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("diff", "Say what differs between two files, or two days of one file, and what it does to the total");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("OTHER", options->other, "The file to compare it with");
    command->add_option("--from", options->from, "With one file: what it said at the end of this day is compared …")->type_name("DAY");
    command->add_option("--to", options->to, "… with what it said at the end of this one (default: now)")->type_name("DAY");
    command->add_option("--adopted", options->adopted, "With one file: what was adopted under this name is compared with its scenario now")->type_name("NAME");
    command->add_option("--scenario", options->scenario, "The totals of this scenario (default: the plan as entered)")->type_name("NAME");
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Examples:\n"
                    "  tco diff fairmont.tco fairmont-cto.tco\n"
                    "  tco diff fairmont.tco --from 2026-07-01 --to 2026-09-30\n"
                    "  tco diff fairmont.tco --adopted \"Budget FY2027\"\n"
                    "  tco diff fairmont.tco --from 2026-07-01 --scenario \"4-year lease\" --json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
