// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include "tco/base/file.hpp"
#include "tco/exchange/plan_json.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, output;
    bool json = false; ///< must be set: other formats may come
};

int run(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto text = planToJson(document->plan());
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
    auto* command = app.add_subcommand("export", "Write the whole plan as text");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_flag("--json", options->json, "As plan.json (docs/plan-json.md), the only format so far")->required();
    command->add_option("-o,--output", options->output, "The file to write (default: standard output)")->type_name("FILE");
    command->footer("Examples:\n"
                    "  tco export fairmont.tco --json\n"
                    "  tco export fairmont.tco --json -o plan.json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
