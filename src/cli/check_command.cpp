// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file;
    bool json = false;
};

int run(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto& plan = document->plan();
    std::vector<ScenarioId> scenarios{ScenarioId{}}; // none: the plan as entered
    for (const auto& scenario : plan.scenarios) scenarios.push_back(scenario.id);
    const auto findings = findingsOf(compare(plan, scenarios));
    const auto count = [&](Severity severity) { return std::ranges::count(findings, severity, &Finding::severity); };
    const auto errors = count(Severity::Error), warnings = count(Severity::Warning), notes = count(Severity::Note);
    if (options.json) {
        printJson({{"file", options.file}, {"errors", errors}, {"warnings", warnings}, {"notes", notes}, {"findings", toJson(findings)}});
    } else {
        for (const auto& finding : findings) print(fmt::format("{}: {}\n", label(finding.severity), finding.message));
        print(fmt::format("{}, {}, {}.\n", counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note")));
    }
    return errors ? DataHasErrors : Done;
}

} // namespace

void addCheck(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("check", "Look for errors and doubtful entries, in all scenarios");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Examples:\n"
                    "  tco check fairmont.tco\n"
                    "  tco check fairmont.tco --json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
