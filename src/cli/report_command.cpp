// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <fmt/format.h>

#include "tco/base/clock.hpp"
#include "tco/report/report.hpp"

#ifdef TCO_HAS_RENDER
#include "tco/render/pdf.hpp"
#endif

namespace tco::cli {
namespace {

struct Options {
    std::string file, output;
    std::vector<std::string> scenarios;
};

Expected<void> write([[maybe_unused]] const Report& report, [[maybe_unused]] const std::string& path) {
#ifdef TCO_HAS_RENDER
    const OffscreenApplication application;
    return writePdf(report, path);
#else
    return fail(ErrorCode::Unsupported, "This tco was built without Qt and cannot write PDF files; use a build with Qt, or “tco compare”.");
#endif
}

int run(const Options& options) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto& plan = document->plan();
    const auto scenarios = scenariosNamed(plan, options.scenarios);
    if (!scenarios) return complainUsage(scenarios.error().message);
    if (isSameFile(options.file, options.output)) return complainUsage("The report would overwrite the plan; choose another name.");
    const auto comparison = compare(plan, *scenarios);
    const auto fileName = std::filesystem::path(options.file).filename().string();
    if (auto written = write(comparisonReport(plan, comparison, {fileName, today()}), options.output); !written) return complain(written.error());
    print(fmt::format("Wrote {}.\n", options.output));
    return reportFindings(findingsOf(comparison));
}

} // namespace

void addReport(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("report", "Write the comparison for the school board as a tagged PDF");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("-o,--output", options->output, "The PDF to write")->required()->type_name("REPORT.pdf");
    addScenarioOption(*command, options->scenarios);
    command->footer("Examples:\n"
                    "  tco report fairmont.tco -o report.pdf\n"
                    "  tco report fairmont.tco -o report.pdf --scenario \"Buy\" --scenario \"4-year lease\"");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
