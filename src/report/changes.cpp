// SPDX-License-Identifier: Apache-2.0
#include "tco/report/changes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace tco {
namespace {

std::string_view labelOf(const PlanEntry& entry) {
    const auto* field = findField(entry.item.kind, entry.field);
    return field ? field->label : std::string_view(entry.field);
}

} // namespace

ChangeWords::ChangeWords(std::vector<const Plan*> plans, const History* history) : m_plans(std::move(plans)) {
    if (!history) return;
    for (const auto& edit : *history)
        for (const auto& change : edit.changes)
            if (const auto& name = change.before ? change.before : change.after; change.entry.part == EntryPart::Item && name)
                m_formerNames[change.entry.item] = std::get<std::string>(std::get<Value>(*name));
}

std::string ChangeWords::item(ItemRef item) const {
    for (const auto* plan : m_plans)
        if (contains(*plan, item)) return nameOf(*plan, item);
    const auto former = m_formerNames.find(item);
    return former != m_formerNames.end() ? former->second : nameOf(Plan(), item);
}

std::string ChangeWords::part(const PlanEntry& entry) const {
    switch (entry.part) {
    case EntryPart::Item: return std::string(infoOf(entry.item.kind).singular);
    case EntryPart::FieldValue: break;
    case EntryPart::Override: return fmt::format("In “{}”: {}", item({Kind::Scenario, entry.scenario.value}), labelOf(entry));
    case EntryPart::Source: return fmt::format("Source of {}", labelOf(entry));
    }
    return std::string(labelOf(entry));
}

std::string ChangeWords::entry(const PlanEntry& entry) const {
    const bool single = infoOf(entry.item.kind).single;
    const auto name = single ? std::string(labelOf(entry)) : fmt::format("{}: {}", item(entry.item), labelOf(entry));
    switch (entry.part) {
    case EntryPart::Item: return fmt::format("{} “{}”", infoOf(entry.item.kind).singular, item(entry.item));
    case EntryPart::FieldValue: break;
    case EntryPart::Override: return fmt::format("In “{}”, {}", item({Kind::Scenario, entry.scenario.value}), name);
    case EntryPart::Source: return fmt::format("Source of {}", name);
    }
    return name;
}

std::string ChangeWords::content(const PlanEntry& entry, const std::optional<EntryContent>& content) const {
    if (entry.part == EntryPart::Item) return content ? "there" : "not there";
    if (!content) return "–";
    if (const auto* source = std::get_if<Provenance>(&*content)) return sourceWords(*source);
    const auto& value = std::get<Value>(*content);
    const auto* field = findField(entry.item.kind, entry.field);
    if (const auto* link = std::get_if<Link>(&value)) return item({field->target, link->id});
    return words::valueText(*m_plans.front(), *field, value);
}

std::string ChangeWords::change(const EntryChange& change) const {
    if (change.entry.part == EntryPart::Item) return fmt::format("{}: {}", entry(change.entry), change.after ? "added" : "removed");
    return fmt::format("{}: {} → {}", entry(change.entry), content(change.entry, change.before), content(change.entry, change.after));
}

std::vector<EntryChange> withoutContents(const std::vector<EntryChange>& changes) {
    std::set<ItemRef> items;
    for (const auto& change : changes)
        if (change.entry.part == EntryPart::Item) items.insert(change.entry.item);
    std::vector<EntryChange> rest;
    std::ranges::copy_if(changes, std::back_inserter(rest), [&](const EntryChange& change) {
        return change.entry.part == EntryPart::Item || change.entry.part == EntryPart::Override || !items.contains(change.entry.item);
    });
    return rest;
}

Table changesTable(const std::vector<EntryChange>& changes, const ChangeWords& words, std::string from, std::string to) {
    auto shown = withoutContents(changes);
    std::ranges::stable_sort(shown, {}, [](const EntryChange& change) { return change.entry.item; });
    Table table;
    table.caption = "What differs";
    table.columns = {
        {"Item", TextAlign::Left, 1.6}, {"Entry", TextAlign::Left, 1.4}, {std::move(from), TextAlign::Left, 1.4}, {std::move(to), TextAlign::Left, 1.4}};
    const ItemRef* above = nullptr;
    for (const auto& [entry, before, after] : shown) {
        const bool isSame = above && *above == entry.item;
        table.rows.push_back(
            {{{isSame ? std::string() : words.item(entry.item)}, {words.part(entry)}, {words.content(entry, before)}, {words.content(entry, after)}}});
        above = &entry.item;
    }
    return table;
}

std::vector<std::vector<std::string>> historyRows(const History& edits, const ChangeWords& words) {
    std::vector<std::vector<std::string>> rows{{"day", "time", "author", "edit", "import", "item", "entry", "before", "after"}};
    const auto add = [&](const HistoryEdit& edit, std::vector<std::string> change) {
        std::vector<std::string> row{edit.day.iso(), edit.time, edit.author, edit.name, edit.import};
        change.resize(rows.front().size() - row.size());
        row.insert(row.end(), change.begin(), change.end());
        rows.push_back(std::move(row));
    };
    for (const auto& edit : edits) {
        for (const auto& [entry, before, after] : edit.changes)
            add(edit, {words.item(entry.item), words.part(entry), words.content(entry, before), words.content(entry, after)});
        if (edit.changes.empty()) add(edit, {});
    }
    return rows;
}

std::string InputEdits::origin(const ExplainedInput& input) {
    const auto entry = entryBehind(m_entered, m_scenario, input.field);
    const auto* edit = m_edits.of(entry);
    if (!edit) return input.source;
    auto words = fmt::format("{}{}last changed {}", input.source, input.source.empty() ? "" : "; ", authorWords(edit->author, edit->day));
    const auto change = std::ranges::find(edit->changes, entry, &EntryChange::entry);
    if (change != edit->changes.end() && change->before) words += ", from " + ChangeWords({&m_entered}).content(entry, change->before);
    if (!edit->import.empty()) words += fmt::format(" (read from {})", edit->import);
    return words;
}

std::string noEffectSentence(std::string_view scenario) {
    if (scenario.empty()) return "Nothing of this changes what the plan as entered costs; a scenario may cost something else.";
    return fmt::format("Nothing of this changes what “{}” costs.", scenario);
}

std::string totalsOf(std::string_view scenario) { return scenario.empty() ? " – the plan as entered" : fmt::format(" – scenario “{}”", scenario); }

std::vector<Section> changeSections(const PlanState& from, const PlanState& to, const History& history, ScenarioId scenario) {
    Section section{fmt::format("What differs between {} and {}", from.name, to.name), {}};
    auto table = changesTable(differencesBetween(from.plan, to.plan), ChangeWords({&to.plan, &from.plan}, &history), from.name, to.name);
    if (table.rows.empty()) {
        section.blocks.emplace_back(Paragraph{Paragraph::Style::Body, "Nothing: both say the same."});
        return {section};
    }
    if (!findById(from.plan.scenarios, scenario) || !findById(to.plan.scenarios, scenario)) scenario = {};
    const auto name = scenario ? nameOf(to.plan, {Kind::Scenario, scenario.value}) : to.ofScenario;
    const auto before = calculate(from.plan, scenario), after = calculate(to.plan, scenario, before.get());
    section.blocks.emplace_back(std::move(table));
    if (auto steps = waterfallTable(waterfall(*before, *after), {from.name, *before->plan}, {to.name, *after->plan}); !steps.rows.empty()) {
        steps.caption += totalsOf(name);
        section.blocks.emplace_back(std::move(steps));
    } else {
        section.blocks.emplace_back(Paragraph{Paragraph::Style::Body, noEffectSentence(name)});
    }
    return {section};
}

} // namespace tco
