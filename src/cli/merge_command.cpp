// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

#include "tco/document/merge_copies.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string base, mine, theirs, output, take;
    std::vector<std::string> choices; ///< "2=theirs"
    bool json = false;
};

constexpr std::string_view mineKey = "mine", theirsKey = "theirs";

std::string_view key(MergeSide side) { return side == MergeSide::Mine ? mineKey : theirsKey; }

/// A choice for every conflict, or nothing where none was made.
using Choices = std::vector<std::optional<MergeSide>>;

Expected<Choices> choicesFrom(const Options& options, std::size_t conflicts) {
    Choices choices(conflicts);
    if (!options.take.empty()) std::ranges::fill(choices, options.take == mineKey ? MergeSide::Mine : MergeSide::Theirs);
    for (const auto& text : options.choices) {
        const auto equals = std::min(text.find('='), text.size());
        const auto number = parseCount(text.substr(0, equals));
        const auto side = text.substr(std::min(equals + 1, text.size()));
        if (!number || (side != mineKey && side != theirsKey))
            return fail(ErrorCode::InvalidInput, fmt::format("--choose {}: write the number of a conflict and a side, like 2=theirs.", text));
        if (*number < 1 || *number > std::int64_t(conflicts))
            return fail(ErrorCode::InvalidInput, fmt::format("--choose {}: there is no conflict {}; there {}.", text, *number,
                                                             conflicts == 0   ? "are none"
                                                             : conflicts == 1 ? "is one"
                                                                              : fmt::format("are {}", conflicts)));
        choices[std::size_t(*number - 1)] = side == mineKey ? MergeSide::Mine : MergeSide::Theirs;
    }
    return choices;
}

std::string fileName(const std::string& path) { return std::filesystem::path(path).filename().string(); }

struct Files {
    Document base, mine, theirs;
};

Expected<Files> openAll(const Options& options) {
    auto base = Document::open(options.base), theirs = Document::open(options.theirs);
    auto mine = isSameFile(options.output, options.mine) ? openToChange(options.mine) : Document::open(options.mine);
    for (const auto* opened : {&base, &mine, &theirs})
        if (!*opened) return failFrom(*opened);
    return Files{std::move(*base), std::move(*mine), std::move(*theirs)};
}

/// What speaks against BASE being the plan from which both copies were made.
Expected<Findings> doubtsAbout(const Options& options, const Files& files) {
    Findings doubts;
    const auto base = files.base.history();
    if (!base) return failFrom(base);
    for (const auto& [path, copy] : {std::pair(&options.mine, &files.mine), std::pair(&options.theirs, &files.theirs)}) {
        const auto history = copy->history();
        if (!history) return failFrom(history);
        if (knownEdits(*base, *history) == base->size() && haveItemsInCommon(files.base.plan(), copy->plan())) continue;
        doubts.push_back({Severity::Warning,
                          "not_the_base",
                          fmt::format("“{}” does not look like the plan from which “{}” was made; what differs may be told as changed by both.",
                                      fileName(options.base), fileName(*path)),
                          {}});
    }
    return doubts;
}

// --- What is taken ---------------------------------------------------------------------------------

std::map<Kind, std::int64_t> countsOf(const std::vector<EntryChange>& changes) {
    std::map<Kind, std::int64_t> counts;
    for (const auto& change : withoutContents(changes)) ++counts[change.entry.item.kind];
    return counts;
}

Json countsJson(const std::vector<EntryChange>& changes) {
    auto counts = Json::object();
    for (const auto& [kind, count] : countsOf(changes)) counts[std::string(infoOf(kind).key)] = count;
    return counts;
}

Table takenTable(const Options& options, const MergeResult& result) {
    Table table;
    auto mine = countsOf(result.fromMine), theirs = countsOf(result.fromTheirs);
    table.caption = "Changes that are taken, by what they are about";
    table.columns = {{"", TextAlign::Left}, {"from " + fileName(options.mine)}, {"from " + fileName(options.theirs)}};
    std::int64_t allMine = 0, allTheirs = 0;
    for (const Kind kind : allKinds) {
        if (!mine.contains(kind) && !theirs.contains(kind)) continue;
        table.rows.push_back({{{std::string(infoOf(kind).plural)}, {displayCount(mine[kind])}, {displayCount(theirs[kind])}}});
        allMine += mine[kind];
        allTheirs += theirs[kind];
    }
    table.rows.push_back({{{"all"}, {displayCount(allMine)}, {displayCount(allTheirs)}}, true});
    return table;
}

// --- Conflicts -------------------------------------------------------------------------------------

std::string lastEditWords(const ConflictSide& side) { return side.day ? authorWords(side.author, *side.day) : "not known"; }

Table conflictTable(const Options& options, const Files& files, const CopyMerge& merge, std::size_t index, const std::optional<MergeSide>& choice) {
    const auto& conflict = merge.result.conflicts[index];
    const auto& sides = merge.sides[index];
    const ChangeWords base({&files.base.plan(), &files.mine.plan(), &files.theirs.plan()}),
        mine({&files.mine.plan(), &files.base.plan(), &files.theirs.plan()}), theirs({&files.theirs.plan(), &files.base.plan(), &files.mine.plan()});
    Table table;
    table.caption = fmt::format("Conflict {}: {}{}", index + 1, base.entry(conflict.entries.front().entry),
                                choice ? fmt::format(" – {} is chosen", key(*choice)) : std::string());
    const auto title = [](std::string_view side, const std::string& path) { return fmt::format("{} ({})", side, fileName(path)); };
    table.columns = {{"", TextAlign::Left},
                     {title("before", options.base), TextAlign::Left},
                     {title(mineKey, options.mine), TextAlign::Left},
                     {title(theirsKey, options.theirs), TextAlign::Left}};
    for (const auto& each : conflict.entries) {
        const auto& entry = each.entry;
        table.rows.push_back({{{base.entry(entry)}, {base.content(entry, each.base)}, {mine.content(entry, each.mine)}, {theirs.content(entry, each.theirs)}}});
    }
    table.rows.push_back({{{"last changed"}, {""}, {lastEditWords(sides.mine)}, {lastEditWords(sides.theirs)}}});
    const auto total = sides.scenario ? fmt::format("total of “{}”", base.item({Kind::Scenario, sides.scenario.value})) : "total of the plan";
    const auto amount = [](const std::optional<Money>& total) { return total ? display(*total) : std::string("not there"); };
    std::string effect;
    if (sides.mine.total && sides.theirs.total) {
        const auto difference = *sides.theirs.total - *sides.mine.total;
        effect = fmt::format(" ({}{})", difference.isNegative() ? "" : "+", display(difference));
    }
    table.rows.push_back({{{total}, {""}, {amount(sides.mine.total)}, {amount(sides.theirs.total) + effect}}, true});
    return table;
}

Json sideJson(const ConflictSide& side) {
    return {{"author", side.author}, {"day", side.day ? Json(side.day->iso()) : Json(nullptr)}, {"total", side.total ? toJson(*side.total) : Json(nullptr)}};
}

Json conflictsJson(const Files& files, const CopyMerge& merge, const Choices& choices) {
    const ChangeWords words({&files.base.plan(), &files.mine.plan(), &files.theirs.plan()});
    auto list = Json::array();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto entries = Json::array();
        for (const auto& each : merge.result.conflicts[i].entries) {
            auto entry = toJson(words, each.entry);
            entry["base"] = toJson(each.entry, each.base);
            entry["mine"] = toJson(each.entry, each.mine);
            entry["theirs"] = toJson(each.entry, each.theirs);
            entries.push_back(std::move(entry));
        }
        list.push_back({{"number", i + 1},
                        {"entries", std::move(entries)},
                        {"total_of", merge.sides[i].scenario ? Json(words.item({Kind::Scenario, merge.sides[i].scenario.value})) : Json(nullptr)},
                        {"mine", sideJson(merge.sides[i].mine)},
                        {"theirs", sideJson(merge.sides[i].theirs)},
                        {"choice", choices[i] ? Json(key(*choices[i])) : Json(nullptr)}});
    }
    return list;
}

/// What is told, as text or as JSON; made before mine becomes the merged plan.
struct Answer {
    std::string text;
    Json json;
};

Answer answerOf(const Options& options, const Files& files, const CopyMerge& merge, const Choices& choices) {
    Answer answer;
    if (options.json) {
        answer.json = {{"currency", "USD"},
                       {"base", options.base},
                       {"mine", options.mine},
                       {"theirs", options.theirs},
                       {"taken", {{"mine", countsJson(merge.result.fromMine)}, {"theirs", countsJson(merge.result.fromTheirs)}}},
                       {"conflicts", conflictsJson(files, merge, choices)}};
    } else {
        answer.text = writeText(takenTable(options, merge.result));
        for (std::size_t i = 0; i < choices.size(); ++i) answer.text += "\n" + writeText(conflictTable(options, files, merge, i, choices[i]));
    }
    return answer;
}

void tell(const Options& options, Answer answer, bool isWritten) {
    if (options.json) {
        answer.json["written"] = isWritten ? Json(options.output) : Json(nullptr);
        return printJson(answer.json);
    }
    print(answer.text);
    if (isWritten) print(fmt::format("\nWrote {}.\n", options.output));
}

// --- Writing ---------------------------------------------------------------------------------------

/// Why the output cannot go there; 0 when it can.
int checkOutput(const Options& options) {
    if (isSameFile(options.output, options.mine)) return Done;
    for (const auto* input : {&options.base, &options.theirs})
        if (isSameFile(options.output, *input)) return complainUsage(fmt::format("The output would overwrite “{}”; choose another name.", *input));
    std::error_code unknown;
    if (std::filesystem::exists(options.output, unknown))
        return complain({ErrorCode::Unwritable, fmt::format("“{}” exists already; choose another name.", options.output), {}});
    return Done;
}

Expected<void> write(const Options& options, Files& files, const Plan& merged) {
    if (auto done = files.mine.merge(files.theirs, merged); !done) return done;
    return isSameFile(options.output, options.mine) ? saveChanged(files.mine) : files.mine.saveAs(options.output);
}

/// What is wrong with the merged plan that was right on both sides.
Findings newFindings(const Files& files, const Plan& merged) {
    std::set<std::string> known;
    for (const auto* plan : {&files.mine.plan(), &files.theirs.plan()})
        for (const auto& finding : validate(*plan)) known.insert(finding.message);
    auto findings = validate(merged);
    std::erase_if(findings, [&](const Finding& finding) { return known.contains(finding.message); });
    return findings;
}

Finding undecidedFinding(std::size_t undecided, std::size_t conflicts) {
    return {Severity::Error,
            "undecided",
            fmt::format("{} of {} not decided, so nothing is written; decide each with --choose 1=mine or --choose 1=theirs, or the rest with --take.",
                        undecided, conflicts == 1 ? "1 conflict is" : fmt::format("{} conflicts are", conflicts)),
            {}};
}

int finish(const Options& options, Files& files, const CopyMerge& merge, Findings findings) {
    const auto choices = choicesFrom(options, merge.result.conflicts.size());
    if (!choices) return complainUsage(choices.error().message);
    auto answer = answerOf(options, files, merge, *choices);
    if (const auto undecided = std::ranges::count_if(*choices, [](const auto& choice) { return !choice; })) {
        tell(options, std::move(answer), false);
        findings.push_back(undecidedFinding(std::size_t(undecided), choices->size()));
        return reportFindings(findings);
    }
    std::vector<MergeSide> sides;
    for (const auto& choice : *choices) sides.push_back(*choice);
    const auto merged = resolved(merge.result, sides);
    findings = joined(std::move(findings), newFindings(files, merged));
    if (auto written = write(options, files, merged); !written) return complain(written.error());
    tell(options, std::move(answer), true);
    return reportFindings(findings);
}

int run(const Options& options) {
    if (const int refused = checkOutput(options)) return refused;
    auto files = openAll(options);
    if (!files) return complain(files.error());
    const auto merge = mergeCopies(files->base.plan(), files->mine, files->theirs);
    if (!merge) return merge.error().code == ErrorCode::InvalidInput ? complainUsage(merge.error().message) : complain(merge.error());
    auto doubts = doubtsAbout(options, *files);
    if (!doubts) return complain(doubts.error());
    return finish(options, *files, *merge, joined(std::move(*doubts), merge->findings));
}

} // namespace

void addMerge(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("merge", "Make one plan of two copies that were edited apart");
    const auto options = std::make_shared<Options>();
    command->add_option("BASE", options->base, "The plan from which both copies were made")->required();
    command->add_option("MINE", options->mine, "Your copy")->required();
    command->add_option("THEIRS", options->theirs, "The other copy")->required();
    command->add_option("-o,--output", options->output, "The .tco file to write; it may be MINE")->type_name("FILE")->required();
    command->add_option("--take", options->take, "Decide every conflict for one side, unless --choose says otherwise")
        ->check(CLI::IsMember(std::vector<std::string>{std::string(mineKey), std::string(theirsKey)}));
    command->add_option("--choose", options->choices, "Decide one conflict by its number: 2=theirs; give the option once for each")
        ->type_name("N=SIDE")
        ->allow_extra_args(false);
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("What only one side changed is taken. What both changed is a conflict: it is listed, and nothing is written\n"
                    "before each is decided.\n\n"
                    "Examples:\n"
                    "  tco merge fairmont.tco fairmont-sbo.tco fairmont-cto.tco -o merged.tco\n"
                    "  tco merge fairmont.tco fairmont-sbo.tco fairmont-cto.tco -o merged.tco --choose 1=mine --choose 2=theirs");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
