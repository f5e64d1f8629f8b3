// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include "tco/base/file.hpp"
#include "tco/exchange/plan_json.hpp"
#include "tco/exchange/user_survey.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, output;
    bool json = false, surveyForm = false; ///< one of them, or neither for a copy without names
    bool withoutNames = false;
};

Plan withoutNames(Plan plan) {
    for (auto& [_, source] : plan.provenance) source.author.clear();
    return plan;
}

std::string textOf(const Plan& plan, const Options& options) {
    if (options.surveyForm) return userSurveyForm(plan);
    return planToJson(options.withoutNames ? withoutNames(plan) : plan);
}

int run(const Options& options) {
    if (!options.json && !options.surveyForm && !options.withoutNames)
        return complainUsage("Say what to export: --json, --survey-form, or a copy of the plan --without-names.");
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const bool isCopy = !options.json && !options.surveyForm;
    if (isCopy && options.output.empty()) return complainUsage("Name the copy to write: -o copy.tco.");
    if (options.output.empty()) {
        print(textOf(document->plan(), options));
        return Done;
    }
    if (isSameFile(options.file, options.output)) return complainUsage("The output would overwrite the plan; choose another name.");
    const auto written = isCopy ? document->saveCopyWithoutNames(options.output) : writeFileAtomically(options.output, textOf(document->plan(), options));
    return written ? Done : complain(written.error());
}

} // namespace

void addExport(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("export", "Write the whole plan as text, a copy without names, or an empty survey form");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    auto* json = command->add_flag("--json", options->json, "The plan as plan.json (docs/plan-json.md)");
    auto* form = command->add_flag("--survey-form", options->surveyForm, "A CSV form for a survey of user time (docs/import-survey.md)")->excludes(json);
    command->add_flag("--without-names", options->withoutNames, "Without the names of those who made edits and noted sources; alone: a copy of the .tco file")
        ->excludes(form);
    command->add_option("-o,--output", options->output, "The file to write (default: standard output)")->type_name("FILE");
    command->footer("Examples:\n"
                    "  tco export fairmont.tco --json\n"
                    "  tco export fairmont.tco --json -o plan.json\n"
                    "  tco export fairmont.tco --without-names -o for-the-vendor.tco\n"
                    "  tco export fairmont.tco --survey-form -o answers.csv");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
