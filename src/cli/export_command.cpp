// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include "tco/base/file.hpp"
#include "tco/exchange/plan_json.hpp"
#include "tco/exchange/user_survey.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, output;
    bool json = false, surveyForm = false; ///< one of them
};

int run(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto text = options.surveyForm ? userSurveyForm(document->plan()) : planToJson(document->plan());
    if (options.output.empty()) {
        print(text);
        return Done;
    }
    if (isSameFile(options.file, options.output)) return complainUsage("The output would overwrite the plan; choose another name.");
    if (auto written = writeFileAtomically(options.output, text); !written) return complain(written.error());
    return Done;
}

} // namespace

void addExport(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("export", "Write the whole plan as text, or an empty survey form");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    auto* what = command->add_option_group("What", "One of these");
    what->add_flag("--json", options->json, "The plan as plan.json (docs/plan-json.md)");
    what->add_flag("--survey-form", options->surveyForm, "A CSV form for a survey of user time (docs/import-survey.md)");
    what->require_option(1);
    command->add_option("-o,--output", options->output, "The file to write (default: standard output)")->type_name("FILE");
    command->footer("Examples:\n"
                    "  tco export fairmont.tco --json\n"
                    "  tco export fairmont.tco --json -o plan.json\n"
                    "  tco export fairmont.tco --survey-form -o answers.csv");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
