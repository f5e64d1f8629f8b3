// SPDX-License-Identifier: Apache-2.0
#include "tco/document/merge_copies.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "tco/engine/calculation.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

bool isChanged(const MergedEntry& entry, const std::optional<EntryContent>& content) {
    return entry.entry.part == EntryPart::Item ? entry.base.has_value() != content.has_value() : entry.base != content;
}

/// Who last touched what the conflict is about.
ConflictSide sideOf(const MergeConflict& conflict, const History& history, std::optional<EntryContent> MergedEntry::*side) {
    for (const auto& entry : conflict.entries)
        if (isChanged(entry, entry.*side))
            if (const auto* edit = lastEditOf(history, entry.entry)) return {edit->author, edit->day, {}};
    return {};
}

/// What a scenario says shows in its cost, everything else in the plan as entered.
ScenarioId scenarioOf(const MergeConflict& conflict, const Plan& mine, const Plan& theirs) {
    const auto& entry = conflict.entries.front().entry;
    const auto scenario = entry.item.kind == Kind::Scenario ? ScenarioId{entry.item.id} : entry.scenario;
    return findById(mine.scenarios, scenario) || findById(theirs.scenarios, scenario) ? scenario : ScenarioId{};
}

void addTotals(CopyMerge& merge) {
    const Plan& asMine = merge.result.mineFirst;
    std::map<ScenarioId, std::shared_ptr<const Calculation>> calculations; // of asMine
    for (std::size_t i = 0; i < merge.sides.size(); ++i) {
        auto& sides = merge.sides[i];
        std::vector choices(merge.sides.size(), MergeSide::Mine);
        choices[i] = MergeSide::Theirs;
        const auto asTheirs = resolved(merge.result, choices);
        sides.scenario = scenarioOf(merge.result.conflicts[i], asMine, asTheirs);
        const auto has = [&](const Plan& plan) { return !sides.scenario || findById(plan.scenarios, sides.scenario); };
        auto& mine = calculations[sides.scenario];
        if (!mine && has(asMine)) mine = calculate(asMine, sides.scenario);
        if (mine) sides.mine.total = mine->ledger.sum().nominal;
        if (has(asTheirs)) sides.theirs.total = calculate(asTheirs, sides.scenario, mine.get())->ledger.sum().nominal;
    }
}

/// Both may have imported the same inventory: then its devices would count twice.
void findDevicesTwice(CopyMerge& merge, const Document& mine, const Document& theirs) {
    const auto serials = mine.deviceSerials(); // sorted
    std::size_t count = 0;
    std::string groups;
    for (const auto& cohort : merge.result.mineFirst.cohorts) {
        if (findById(mine.plan().cohorts, cohort.id)) continue;
        const auto devices = theirs.devicesOf(cohort.id);
        const auto twice = std::ranges::count_if(devices, [&](const Device& device) { return std::ranges::binary_search(serials, device.serial); });
        if (twice) groups += fmt::format("{}“{}”", groups.empty() ? "" : ", ", nameOf(merge.result.mineFirst, {Kind::Cohort, cohort.id.value}));
        count += std::size_t(twice);
    }
    if (count == 0) return;
    merge.findings.push_back({Severity::Warning,
                              "devices_twice",
                              fmt::format("{} of “{}” {} in “{}” already, by serial number, and would count twice; remove what is double: {}.",
                                          counted(std::int64_t(count), "device"), theirs.path().filename().string(), count == 1 ? "is" : "are",
                                          mine.path().filename().string(), groups),
                              {}});
}

/// An edit that was handed out and then taken back here looks like one that only the other made.
void findOwnEdits(CopyMerge& merge, const Document& mine, const History& history, const Document& theirs, const History& otherHistory) {
    if (mine.author().empty() || merge.result.fromTheirs.empty()) return;
    std::set<EditId> known;
    for (const auto& edit : history) known.insert(edit.id);
    constexpr std::size_t mostNamed = 3;
    std::size_t count = 0;
    std::string names;
    for (const auto& edit : otherHistory) {
        if (edit.author != mine.author() || edit.changes.empty() || known.contains(edit.id)) continue;
        if (++count <= mostNamed) names += fmt::format("{}“{}” on {}", names.empty() ? "" : ", ", edit.name, edit.day.display());
    }
    if (count == 0) return;
    if (count > mostNamed) names += fmt::format(" and {} more", count - mostNamed);
    merge.findings.push_back({Severity::Note,
                              "own_edits",
                              fmt::format("“{}” brings {} by you that {} not in this plan: {}. What you took back here, take back again after the merge.",
                                          theirs.path().filename().string(), counted(std::int64_t(count), "edit"), count == 1 ? "is" : "are", names),
                              {}});
}

/// A copy that was written without names does not mean to erase them.
Plan withNamesOf(const Plan& base, Plan plan) {
    for (auto& [field, source] : plan.provenance) {
        const auto known = base.provenance.find(field);
        if (known == base.provenance.end() || !source.author.empty()) continue;
        auto named = source;
        named.author = known->second.author;
        if (named == known->second) source = std::move(named);
    }
    for (const auto& [kind, field] : fieldsNamingPersons())
        for (const auto item : itemsOf(plan, kind))
            if (contains(base, item) && isBlank(valueOf(plan, item, field->key))) setValue(plan, item, field->key, valueOf(base, item, field->key));
    return plan;
}

} // namespace

bool haveItemsInCommon(const Plan& one, const Plan& other) {
    bool oneHas = false, otherHas = false;
    for (const Kind kind : allKinds) {
        if (infoOf(kind).single) continue;
        const auto items = itemsOf(one, kind);
        if (std::ranges::any_of(items, [&](ItemRef item) { return contains(other, item); })) return true;
        oneHas |= !items.empty();
        otherHas |= !itemsOf(other, kind).empty();
    }
    return !oneHas || !otherHas;
}

Expected<Plan> commonBaseOf(const Document& mine, const Document& theirs) {
    const auto history = mine.history(), otherHistory = theirs.history();
    if (!history || !otherHistory) return failFrom(history ? otherHistory : history);
    if (auto base = commonBase(mine.plan(), *history, theirs.plan(), *otherHistory)) return std::move(*base);
    return fail(ErrorCode::InvalidInput,
                fmt::format("“{}” and “{}” have no edit in common, so it is not known from which plan both were made; name the file that both are copies of.",
                            mine.path().filename().string(), theirs.path().filename().string()));
}

Expected<CopyMerge> mergeCopies(const Plan& base, const Document& mine, const Document& theirs) {
    if (!haveItemsInCommon(mine.plan(), theirs.plan()))
        return fail(ErrorCode::InvalidInput, fmt::format("“{}” and “{}” are not copies of one plan: they have nothing in common.",
                                                         mine.path().filename().string(), theirs.path().filename().string()));
    const auto history = mine.history(), otherHistory = theirs.history();
    if (!history || !otherHistory) return failFrom(history ? otherHistory : history);
    CopyMerge merge{tco::merge(base, withNamesOf(base, mine.plan()), withNamesOf(base, theirs.plan())), {}, {}};
    for (const auto& conflict : merge.result.conflicts)
        merge.sides.push_back({{}, sideOf(conflict, *history, &MergedEntry::mine), sideOf(conflict, *otherHistory, &MergedEntry::theirs)});
    addTotals(merge);
    findDevicesTwice(merge, mine, theirs);
    findOwnEdits(merge, mine, *history, theirs, *otherHistory);
    return merge;
}

} // namespace tco
