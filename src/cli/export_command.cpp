// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <fmt/format.h>

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

Expected<std::string> textOf(const Document& document, const Options& options) {
    if (options.surveyForm) return userSurveyForm(document.plan());
    auto adopted = document.adoptedPlans();
    if (!adopted) return failFrom(adopted);
    Plan plan = document.plan();
    if (options.withoutNames) {
        eraseNames(plan);
        for (auto& kept : *adopted) eraseNames(kept.plan);
    }
    return planToJson(plan, *adopted);
}

Expected<void> write(const Document& document, const Options& options) {
    if (!options.json && !options.surveyForm) return document.saveCopyWithoutNames(options.output);
    const auto text = textOf(document, options);
    if (!text) return failFrom(text);
    if (!options.output.empty()) return writeFileAtomically(options.output, *text);
    print(*text);
    return {};
}

/// True where a file would be lost that may be somebody's only copy of a plan.
bool isPlanFile(const std::string& path) {
    std::error_code unknown;
    return std::filesystem::path(path).extension() == ".tco" && std::filesystem::exists(path, unknown);
}

int run(const Options& options) {
    if (!options.json && !options.surveyForm && !options.withoutNames)
        return complainUsage("Say what to export: --json, --survey-form, or a copy of the plan --without-names.");
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const bool isCopy = !options.json && !options.surveyForm;
    if (isCopy && options.output.empty()) return complainUsage("Name the copy to write: -o copy.tco.");
    if (isSameFile(options.file, options.output)) return complainUsage("The output would overwrite the plan; choose another name.");
    if (isPlanFile(options.output)) return complain({ErrorCode::Unwritable, fmt::format("“{}” exists already; choose another name.", options.output), {}});
    const auto written = write(*document, options);
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
