// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <fmt/format.h>

#include "tco/base/clock.hpp"
#include "tco/base/file.hpp"
#include "tco/base/utf8.hpp"
#include "tco/exchange/plan_json.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, from;
};

/// A plan to fill in: it begins with the next fiscal year and has one scenario.
Expected<void> begin(Editor& editor) {
    const auto next = editor.plan().calendar().yearOf(today()) + 1;
    if (auto done = editor.set({Kind::District, singleId}, "first_year", std::int64_t{next.value}); !done) return done;
    if (auto added = editor.add(Kind::Scenario, {{"name", std::string("Buy")}}); !added) return failFrom(added);
    return {};
}

int run(const Options& options) {
    std::error_code error;
    if (std::filesystem::exists(options.file, error))
        return complain({ErrorCode::Unwritable, fmt::format("“{}” exists already; choose another name.", options.file), {}});
    auto document = Document::create();
    Expected<void> filled;
    if (options.from.empty()) {
        filled = document.edit("New plan", begin);
    } else {
        const auto text = readFile(options.from);
        if (!text) return complain(text.error());
        const auto name = readable(std::filesystem::path(options.from).filename().string());
        const auto read = planTextFromJson(*text, name);
        if (!read) return complain(read.error());
        filled = document.edit("Import " + name, [&](Editor& editor) { return editor.replacePlan(read->plan, read->adopted, name); });
    }
    if (!filled) return complain(filled.error());
    if (auto saved = document.saveAs(options.file); !saved) return complain(saved.error());
    print(fmt::format("Made {}.\n", options.file));
    return options.from.empty() ? Done : reportFindings(validate(document.plan()));
}

} // namespace

void addNew(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("new", "Make a new plan, empty or from a plan.json");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The .tco file to make; it must not exist yet")->required();
    command->add_option("--from", options->from, "A plan as text (docs/plan-json.md), for example a sample")->type_name("PLAN.json");
    command->footer("Examples:\n"
                    "  tco new district.tco\n"
                    "  tco new fairmont.tco --from resources/samples/suburban.json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
