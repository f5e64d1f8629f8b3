// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <fmt/format.h>

#include "tco/base/file.hpp"
#include "tco/exchange/chromeos_inventory.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, format, csv;
    bool dryRun = false;
};

std::string summaryOf(const InventoryImport& inventory) {
    const auto count = [](std::size_t number) { return displayCount(std::int64_t(number)); };
    auto text = fmt::format("{}: {} rows read.\n", inventory.source, displayCount(inventory.rowsRead));
    text += fmt::format("  new devices          {} in {}\n", count(inventory.devices.size()), counted(std::int64_t(inventory.cohorts.size()), "cohort"));
    text += fmt::format("  new models           {}\n", count(inventory.assetModels.size()));
    text += fmt::format("  new sites            {}\n", count(inventory.sites.size()));
    text += fmt::format("  already in the plan  {}\n", displayCount(inventory.alreadyKnown));
    text += fmt::format("  out of service       {}\n", displayCount(inventory.outOfService));
    text += fmt::format("  refused              {}\n", displayCount(inventory.refused));
    if (!inventory.droppedColumns.empty()) text += fmt::format("Not read, because they may name people: {}.\n", fmt::join(inventory.droppedColumns, ", "));
    return text;
}

int run(const Options& options) {
    auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto csv = readFile(options.csv);
    if (!csv) return complain(csv.error());
    IdSource ids;
    const auto name = std::filesystem::path(options.csv).filename().string();
    const auto inventory = readChromeosInventory(*csv, name, document->plan(), document->deviceSerials(), ids);
    if (!inventory) return complain(inventory.error());

    const bool changes = !options.dryRun && !inventory->devices.empty();
    if (changes) {
        auto added = document->edit("Import " + name, [&](Editor& editor) { return editor.addInventory(*inventory); });
        if (!added) return complain(added.error());
        if (auto saved = document->save(); !saved) return complain(saved.error());
    }
    print(summaryOf(*inventory));
    if (options.dryRun) print("Dry run: the plan was not changed.\n");
    return reportFindings(inventory->findings);
}

} // namespace

void addImport(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("import", "Add the devices of an inventory to the plan");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("--format", options->format, "Which program wrote the inventory")->required()->check(CLI::IsMember({"gam-chromeos"}));
    command->add_option("DEVICES", options->csv, "The inventory, a CSV file (docs/import-chromeos.md)")->required();
    command->add_flag("--dry-run", options->dryRun, "Say what would happen, change nothing");
    command->footer("Rows with faults are named and left out; the others are imported, and the exit code is 1.\n"
                    "Columns that name students or users are never read.\n\n"
                    "Examples:\n"
                    "  tco import fairmont.tco --format gam-chromeos devices.csv --dry-run\n"
                    "  tco import fairmont.tco --format gam-chromeos devices.csv");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
