// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <set>

#include <fmt/format.h>

#include "tco/base/ascii.hpp"
#include "tco/exchange/csv.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string file, item, field, day, author;
    bool json = false, csv = false;
};

bool isSameText(std::string_view one, std::string_view other) { return lowerCase(one) == lowerCase(other); }

bool isNamed(const Field& field, std::string_view name) { return field.key == name || isSameText(field.label, name); }

bool matches(const EntryChange& change, const Options& options, const ChangeWords& words) {
    if (!options.item.empty() && !isSameText(words.item(change.entry.item), options.item)) return false;
    if (options.field.empty()) return true;
    const auto* field = findField(change.entry.item.kind, change.entry.field);
    return field && isNamed(*field, options.field);
}

bool isAField(std::string_view name) {
    return std::ranges::any_of(allKinds,
                               [&](Kind kind) { return std::ranges::any_of(fieldsOf(kind), [&](const Field& field) { return isNamed(field, name); }); });
}

/// The edits that were asked for, each with the changes that were, newest first.
History chosenEdits(const History& history, const Options& options, std::optional<Date> day, const ChangeWords& words) {
    History chosen;
    for (auto edit : history) {
        if ((day && edit.day != *day) || (!options.author.empty() && !isSameText(edit.author, options.author))) continue;
        std::erase_if(edit.changes, [&](const EntryChange& change) { return !matches(change, options, words); });
        const bool asksForChanges = !options.item.empty() || !options.field.empty();
        if (!asksForChanges || !edit.changes.empty()) chosen.push_back(std::move(edit));
    }
    std::ranges::reverse(chosen);
    std::ranges::stable_sort(chosen, std::greater{}, [](const HistoryEdit& edit) { return std::pair(edit.day, edit.time); });
    return chosen;
}

Json editsJson(const History& edits, const ChangeWords& words) {
    auto list = Json::array();
    for (const auto& edit : edits)
        list.push_back({{"id", edit.id.value},
                        {"day", edit.day.iso()},
                        {"time", edit.time},
                        {"author", edit.author},
                        {"name", edit.name},
                        {"import", edit.import},
                        {"merged_by", edit.mergedBy ? Json(edit.mergedBy.value) : Json(nullptr)},
                        {"changes", toJson(words, edit.changes)}});
    return list;
}

/// "10:42  Ann Lee: Change price".
std::string editLine(const HistoryEdit& edit) {
    auto line = fmt::format("  {}  {}{}", edit.time.substr(0, 5), edit.author.empty() ? "" : edit.author + ": ", edit.name);
    if (!edit.import.empty()) line += fmt::format(" (read from {})", edit.import);
    if (edit.mergedBy) line += " (came with a merge)";
    return line + "\n";
}

void printText(const History& edits, const ChangeWords& words, std::optional<Date> beginning) {
    constexpr std::size_t mostChanges = 20;
    if (!beginning) return print("Nothing has been changed yet.\n");
    if (edits.empty()) return print(fmt::format("There is no such edit in the history, which begins on {}.\n", beginning->display()));
    std::optional<Date> day;
    for (const auto& edit : edits) {
        if (day != edit.day) print(fmt::format("{}{}\n", day ? "\n" : "", edit.day.display()));
        day = edit.day;
        print(editLine(edit));
        const auto changes = withoutContents(edit.changes);
        for (std::size_t i = 0; i < std::min(changes.size(), mostChanges); ++i) print(fmt::format("           {}\n", words.change(changes[i])));
        if (changes.size() > mostChanges)
            print(fmt::format("           and {}; --json or --csv lists all\n", counted(std::int64_t(changes.size() - mostChanges), "more change")));
    }
}

int run(const Options& options) {
    const auto day = options.day.empty() ? Expected<Date>(Date()) : Date::parse(options.day);
    if (!day) return complainUsage(fmt::format("--day: {}", day.error().message));
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto history = document->history();
    if (!history) return complain(history.error());
    const auto asked = options.day.empty() ? std::optional<Date>() : *day;
    const ChangeWords words({&document->plan()}, &*history);
    const auto edits = chosenEdits(*history, options, asked, words);
    if (!options.field.empty() && !isAField(options.field)) return complainUsage(fmt::format("There is no entry “{}” in a plan.", options.field));
    if (options.json)
        printJson({{"file", options.file}, {"edits", editsJson(edits, words)}});
    else if (options.csv)
        print(csvText(historyRows(edits, words)));
    else
        printText(edits, words, beginningOf(*history));
    return Done;
}

} // namespace

void addHistory(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("history", "Show who changed what in the plan, and when, newest first");
    const auto options = std::make_shared<Options>();
    addFileArgument(*command, options->file);
    command->add_option("--item", options->item, "Only changes of the item with this name")->type_name("NAME");
    command->add_option("--field", options->field, "Only changes of this entry, by its key or its label")->type_name("KEY");
    command->add_option("--day", options->day, "Only edits of this day")->type_name("DAY");
    command->add_option("--author", options->author, "Only edits of this person")->type_name("NAME");
    auto* json = command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->add_flag("--csv", options->csv, "Answer as a table for a spreadsheet")->excludes(json);
    command->footer("Examples:\n"
                    "  tco history fairmont.tco\n"
                    "  tco history fairmont.tco --item \"Chromebook 14″\" --field unit_price\n"
                    "  tco history fairmont.tco --author \"Ann Lee\" --csv");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
