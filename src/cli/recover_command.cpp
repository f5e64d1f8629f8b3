// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

namespace tco::cli {
namespace {

struct Options {
    std::string file, output;
    bool json = false;
};

int run(const Options& options) {
    std::error_code error;
    if (std::filesystem::exists(options.output, error))
        return complain({ErrorCode::Unwritable, fmt::format("“{}” exists already; choose another name.", options.output), {}});
    Findings lost;
    auto document = Document::salvage(options.file, lost);
    if (!document) return complain(document.error());
    if (auto saved = document->saveAs(options.output); !saved) return complain(saved.error());
    if (options.json) {
        printJson({{"file", options.file}, {"output", options.output}, {"lost", toJson(lost)}});
    } else {
        for (const auto& finding : lost) print(finding.message + "\n");
        print(fmt::format("Made {}{}\n", options.output, lost.empty() ? "; nothing is missing." : " with what could be read; look it over with “tco check”."));
    }
    return lost.empty() ? Done : DataHasErrors;
}

} // namespace

void addRecover(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("recover", "Read what can be read of a damaged plan into a new one");
    const auto options = std::make_shared<Options>();
    command->add_option("DAMAGED", options->file, "The file that does not open; it is left alone")->required();
    command->add_option("-o,--output", options->output, "The .tco file to make; it must not exist yet")->type_name("OUT.tco")->required();
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("The exit code is 1 when something is missing. Try the copies in “NAME backups” first.\n\n"
                    "Example:\n"
                    "  tco recover fairmont.tco -o rescued.tco");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
