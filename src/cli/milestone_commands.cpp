// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

#include "tco/base/clock.hpp"
#include "tco/document/milestones.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, scenario, name, by, on;
    int year = 0;
    bool reopen = false;
};

Expected<Decision> decisionOf(const Options& options) {
    const auto on = options.on.empty() ? Expected<Date>(today()) : Date::parse(options.on);
    if (!on) return fail(ErrorCode::InvalidInput, fmt::format("--on: {}", on.error().message));
    return Decision{options.by, *on};
}

/// Opens the plan, makes one edit in it and saves it.
int change(const Options& options, const std::string& name, const std::function<Expected<void>(Editor&)>& edit,
           const std::function<std::string(const Plan&)>& words) {
    auto document = openToChange(options.file);
    if (!document) return complain(document.error());
    if (auto done = document->edit(name, edit); !done)
        return done.error().code == ErrorCode::InvalidInput ? complainUsage(done.error().message) : complain(done.error());
    if (auto saved = saveChanged(*document); !saved) return complain(saved.error());
    print(words(document->plan()) + "\n");
    return Done;
}

int runAdopt(const Options& options) {
    const auto decision = decisionOf(options);
    if (!decision) return complainUsage(decision.error().message);
    ItemRef adopted;
    const auto adopt = [&](Editor& editor) -> Expected<void> {
        ScenarioId scenario;
        if (!options.scenario.empty()) {
            const auto named = scenarioNamed(editor.plan(), options.scenario);
            if (!named) return fail(ErrorCode::InvalidInput, named.error().message);
            scenario = *named;
        }
        const auto kept = adoptScenario(editor, scenario, options.name, *decision);
        if (!kept) return failFrom(kept);
        adopted = *kept;
        return {};
    };
    return change(options, fmt::format("Adopt “{}”", options.name), adopt, [&](const Plan& plan) {
        const auto& kept = *findById(plan.adoptions, AdoptionId{adopted.id});
        return fmt::format("Adopted as “{}”; its plan years cost {} without time of users.", kept.name, display(kept.total, MoneyStyle::Cents));
    });
}

int runClose(const Options& options) {
    const auto decision = decisionOf(options);
    if (!decision) return complainUsage(decision.error().message);
    const FiscalYear year{options.year};
    const auto close = [&](Editor& editor) -> Expected<void> {
        if (options.reopen) return reopenYear(editor, year);
        const auto closed = closeYear(editor, year, *decision);
        return closed ? Expected<void>() : failFrom(closed);
    };
    return change(options, fmt::format("{} {}", options.reopen ? "Open again" : "Close", year.shortLabel()), close, [&](const Plan& plan) {
        const auto closed = std::ranges::find(plan.closedYears, options.year, &ClosedYear::fiscalYear);
        if (closed == plan.closedYears.end()) return fmt::format("{} is open again.", year.shortLabel());
        return fmt::format("{} is closed at {}.", year.shortLabel(), display(closed->total, MoneyStyle::Cents));
    });
}

void addDecision(CLI::App& command, Options& options) {
    command.add_option("--by", options.by, "Who decided it, for example “the board”")->type_name("NAME");
    command.add_option("--on", options.on, "On which day (default: today)")->type_name("DAY");
}

} // namespace

void addAdopt(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("adopt", "Keep what a scenario says now as an adopted version that never changes");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("--name", options->name, "What the board calls it")->required()->type_name("NAME");
    command->add_option("--scenario", options->scenario, "Which scenario (default: the plan as entered)")->type_name("NAME");
    addDecision(*command, *options);
    command->footer("Example:\n"
                    "  tco adopt fairmont.tco --scenario \"4-year lease\" --name \"Budget FY2027\" --by \"the board\" --on 2026-06-15");
    command->callback([=, &chosen] { chosen = [=] { return runAdopt(*options); }; });
}

void addCloseYear(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("close-year", "Close a fiscal year: its budget lines do not change any more");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("YEAR", options->year, "The fiscal year, by the year in which it ends")->required();
    command->add_flag("--reopen", options->reopen, "Open a closed year again");
    addDecision(*command, *options);
    command->footer("A closed year whose cost changes later is a finding of tco check.\n\n"
                    "Examples:\n"
                    "  tco close-year fairmont.tco 2027 --by \"Ann Lee\"\n"
                    "  tco close-year fairmont.tco 2027 --reopen");
    command->callback([=, &chosen] { chosen = [=] { return runClose(*options); }; });
}

} // namespace tco::cli
