// SPDX-License-Identifier: Apache-2.0
#include "tco/document/merge_copies.hpp"

#include <algorithm>

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
ScenarioId scenarioOf(const MergeConflict& conflict, const Plan& plan) {
    const auto& entry = conflict.entries.front().entry;
    const auto scenario = entry.item.kind == Kind::Scenario ? ScenarioId{entry.item.id} : entry.scenario;
    return findById(plan.scenarios, scenario) ? scenario : ScenarioId{};
}

void addTotals(CopyMerge& merge) {
    std::map<ScenarioId, std::shared_ptr<const Calculation>> asMine;
    for (std::size_t i = 0; i < merge.sides.size(); ++i) {
        auto& sides = merge.sides[i];
        sides.scenario = scenarioOf(merge.result.conflicts[i], merge.result.mineFirst);
        auto& mine = asMine[sides.scenario];
        if (!mine) mine = calculate(merge.result.mineFirst, sides.scenario);
        std::vector choices(merge.sides.size(), MergeSide::Mine);
        choices[i] = MergeSide::Theirs;
        const auto theirs = resolved(merge.result, choices);
        sides.mine.total = mine->ledger.sum().nominal;
        sides.theirs.total = calculate(theirs, findById(theirs.scenarios, sides.scenario) ? sides.scenario : ScenarioId{}, mine.get())->ledger.sum().nominal;
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
    CopyMerge merge{tco::merge(base, mine.plan(), theirs.plan()), {}, {}};
    for (const auto& conflict : merge.result.conflicts)
        merge.sides.push_back({{}, sideOf(conflict, *history, &MergedEntry::mine), sideOf(conflict, *otherHistory, &MergedEntry::theirs)});
    addTotals(merge);
    findDevicesTwice(merge, mine, theirs);
    return merge;
}

} // namespace tco
