// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <fmt/format.h>

#include "tco/base/file.hpp"
#include "tco/base/utf8.hpp"
#include "tco/exchange/chromeos_inventory.hpp"
#include "tco/exchange/plan_json.hpp"
#include "tco/exchange/user_survey.hpp"
#include "tco/money/text.hpp"
#include "tco/report/survey.hpp"

namespace tco::cli {
namespace {

constexpr const char *inventoryFormat = "gam-chromeos", *surveyFormat = "user-survey", *planFormat = "plan-json";

struct Options {
    std::string file, format, source;
    int weeks = defaultSchoolWeeks;
    bool dryRun = false;
};

std::string summaryOf(const Plan&, const InventoryImport& inventory) {
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

std::string summaryOf(const Plan& plan, const SurveyImport& survey) {
    auto text = fmt::format("{}: {} rows read, {} without an answer, {} refused.\n", survey.source, displayCount(survey.rowsRead),
                            displayCount(survey.withoutAnswer), displayCount(survey.refused));
    if (!survey.results.empty()) text += "\n" + writeText(surveyTable(plan, survey)) + "\n";
    if (!survey.ignoredColumns.empty()) text += fmt::format("Columns that were not read: {}.\n", fmt::join(survey.ignoredColumns, ", "));
    return text;
}

bool isEmpty(const InventoryImport& inventory) { return inventory.devices.empty(); }
bool isEmpty(const SurveyImport& survey) { return survey.results.empty(); }

Expected<void> add(Editor& editor, const InventoryImport& inventory) { return editor.addInventory(inventory); }
Expected<void> add(Editor& editor, const SurveyImport& survey) { return editor.addSurvey(survey); }

/// Adds what was read in one step, unless it is only to be looked at.
template <class Import> int finish(Document& document, const Expected<Import>& import, bool dryRun) {
    if (!import) return complain(import.error());
    const auto summary = summaryOf(document.plan(), *import);
    if (!dryRun && !isEmpty(*import)) {
        auto added = document.edit("Import " + import->source, [&](Editor& editor) { return add(editor, *import); });
        if (!added) return complain(added.error());
        if (auto saved = saveChanged(document); !saved) return complain(saved.error());
    }
    print(summary);
    if (dryRun) print("Dry run: the plan was not changed.\n");
    return reportFindings(import->findings);
}

/// The whole plan is replaced by the text; what is the same there stays as it is, devices included.
int replacePlan(Document& document, const std::string& text, const std::string& name, bool dryRun) {
    const auto read = planTextFromJson(text, name);
    if (!read) return complain(read.error());
    const auto changes = std::int64_t(differencesBetween(document.plan(), read->plan).size());
    if (!dryRun && changes > 0) {
        auto replaced = document.edit("Import " + name, [&](Editor& editor) { return editor.replacePlan(read->plan, read->adopted, name); });
        if (!replaced) return complain(replaced.error());
        if (auto saved = saveChanged(document); !saved) return complain(saved.error());
    }
    print(changes ? fmt::format("{}: {}.\n", name, counted(changes, "change")) : fmt::format("{} says what the plan says.\n", name));
    if (dryRun) print("Dry run: the plan was not changed.\n");
    return reportFindings(validate(read->plan));
}

int run(const Options& options) {
    auto document = options.dryRun ? Document::open(options.file) : openToChange(options.file);
    if (!document) return complain(document.error());
    const auto text = readFile(options.source);
    if (!text) return complain(text.error());
    const auto name = readable(std::filesystem::path(options.source).filename().string());
    if (options.format == surveyFormat) return finish(*document, readUserSurvey(*text, name, document->plan(), options.weeks), options.dryRun);
    if (options.format == planFormat) return replacePlan(*document, *text, name, options.dryRun);
    IdSource ids;
    return finish(*document, readChromeosInventory(*text, name, document->plan(), document->deviceSerials(), ids), options.dryRun);
}

} // namespace

void addImport(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("import", "Add the devices of an inventory or the hours of a survey to the plan, or replace it by a plan.json");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("--format", options->format, "What the file is: a Chromebook inventory, a survey of user time, or a whole plan as text")
        ->required()
        ->check(CLI::IsMember({inventoryFormat, surveyFormat, planFormat}));
    command->add_option("SOURCE", options->source, "The CSV file (docs/import-chromeos.md, docs/import-survey.md) or plan.json (docs/plan-json.md)")
        ->required();
    command->add_option("--weeks", options->weeks, "Survey: weeks of school a year, for answers per week or month")
        ->check(CLI::Range(1, 52))
        ->capture_default_str();
    command->add_flag("--dry-run", options->dryRun, "Say what would happen, change nothing");
    command->footer("Rows with faults are named and left out; the others are imported, and the exit code is 1.\n"
                    "Columns that name students or users are never read.\n\n"
                    "Examples:\n"
                    "  tco import fairmont.tco --format gam-chromeos devices.csv --dry-run\n"
                    "  tco import fairmont.tco --format gam-chromeos devices.csv\n"
                    "  tco import fairmont.tco --format user-survey answers.csv --weeks 38\n"
                    "  tco import fairmont.tco --format plan-json plan.json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
