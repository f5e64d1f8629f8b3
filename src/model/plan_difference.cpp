// SPDX-License-Identifier: Apache-2.0
#include "tco/model/plan_difference.hpp"

#include <algorithm>
#include <ranges>

namespace tco {
namespace {

class DifferenceFinder {
  public:
    DifferenceFinder(const Plan& before, const Plan& after) : m_before(before), m_after(after) {}

    std::vector<EntryChange> find(const std::set<ItemRef>& items) {
        for (const auto item : items)
            if (!contains(m_before, item) && contains(m_after, item)) addItemEntry(item);
        for (const auto item : items) addValues(item);
        addEntries(m_before.provenance, m_after.provenance, [](const FieldRef& ref) { return PlanEntry{EntryPart::Source, ref.item, ref.field}; });
        addEntries(m_before.overrides, m_after.overrides, [](const auto& where) {
            return PlanEntry{EntryPart::Override, where.second.item, where.second.field, where.first};
        });
        for (const auto item : items)
            if (contains(m_before, item) && !contains(m_after, item)) addItemEntry(item);
        return std::move(m_changes);
    }

  private:
    void add(PlanEntry entry) {
        auto before = contentOf(m_before, entry), after = contentOf(m_after, entry);
        m_changes.push_back({std::move(entry), std::move(before), std::move(after)});
    }

    void addItemEntry(ItemRef item) { add({EntryPart::Item, item, {}}); }

    void addValues(ItemRef item) {
        const bool was = contains(m_before, item), is = contains(m_after, item);
        if (!was && !is) return;
        for (const auto& field : fieldsOf(item.kind)) {
            const auto old = was ? valueOf(m_before, item, field.key) : Value(), now = is ? valueOf(m_after, item, field.key) : Value();
            if (old != now) add({EntryPart::FieldValue, item, std::string(field.key)});
        }
    }

    /// Both are sorted by their keys.
    template <class Map, class NameOf> void addEntries(const Map& before, const Map& after, NameOf name) {
        auto old = before.begin();
        auto now = after.begin();
        while (old != before.end() || now != after.end()) {
            if (now == after.end() || (old != before.end() && old->first < now->first)) {
                add(name(old++->first));
            } else if (old == before.end() || now->first < old->first) {
                add(name(now++->first));
            } else {
                if (old->second != now->second) add(name(now->first));
                ++old, ++now;
            }
        }
    }

    const Plan &m_before, &m_after;
    std::vector<EntryChange> m_changes;
};

std::set<ItemRef> allItems(const Plan& before, const Plan& after) {
    std::set<ItemRef> items;
    for (const auto* plan : {&before, &after})
        for (const Kind kind : allKinds)
            for (const auto item : itemsOf(*plan, kind)) items.insert(item);
    return items;
}

/// An item with every field blank that can be: what is not listed in a difference is blank.
void addBlankItem(Plan& plan, ItemRef item) {
    addItem(plan, item);
    for (const auto& field : fieldsOf(item.kind)) setValue(plan, item, field.key, {});
}

void put(Plan& plan, const PlanEntry& entry, const std::optional<EntryContent>& content) {
    const bool isThere = contains(plan, entry.item);
    switch (entry.part) {
    case EntryPart::Item:
        if (infoOf(entry.item.kind).single) break; // always there
        if (content && !isThere) addBlankItem(plan, entry.item);
        if (!content && isThere) removeItem(plan, entry.item);
        break;
    case EntryPart::FieldValue:
        if (isThere) setValue(plan, entry.item, entry.field, content ? std::get<Value>(*content) : Value());
        break;
    case EntryPart::Override: {
        const std::pair where(entry.scenario, entry.fieldRef());
        if (!content)
            plan.overrides.erase(where);
        else if (isThere && findById(plan.scenarios, entry.scenario))
            plan.overrides[where] = std::get<Value>(*content);
        break;
    }
    case EntryPart::Source:
        if (!content)
            plan.provenance.erase(entry.fieldRef());
        else if (isThere)
            plan.provenance[entry.fieldRef()] = std::get<Provenance>(*content);
        break;
    }
}

} // namespace

std::string_view key(EntryPart part) {
    switch (part) {
    case EntryPart::Item: return "item";
    case EntryPart::FieldValue: break;
    case EntryPart::Override: return "override";
    case EntryPart::Source: return "source";
    }
    return "value";
}

std::optional<EntryContent> contentOf(const Plan& plan, const PlanEntry& entry) {
    switch (entry.part) {
    case EntryPart::Item:
        if (contains(plan, entry.item)) return Value(nameOf(plan, entry.item));
        break;
    case EntryPart::FieldValue:
        if (contains(plan, entry.item)) return valueOf(plan, entry.item, entry.field);
        break;
    case EntryPart::Override:
        if (const auto found = plan.overrides.find({entry.scenario, entry.fieldRef()}); found != plan.overrides.end()) return found->second;
        break;
    case EntryPart::Source:
        if (const auto found = plan.provenance.find(entry.fieldRef()); found != plan.provenance.end()) return found->second;
        break;
    }
    return {};
}

std::vector<EntryChange> differencesBetween(const Plan& before, const Plan& after) { return differencesBetween(before, after, allItems(before, after)); }

std::vector<EntryChange> differencesBetween(const Plan& before, const Plan& after, const std::set<ItemRef>& touched) {
    return DifferenceFinder(before, after).find(touched);
}

std::vector<EntryChange> everythingIn(const Plan& plan) {
    std::vector<EntryChange> changes;
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(plan, kind))
            if (infoOf(kind).single)
                for (const auto& field : fieldsOf(kind))
                    changes.push_back({{EntryPart::FieldValue, item, std::string(field.key)}, {}, valueOf(plan, item, field.key)});
    const auto others = differencesBetween(Plan(), plan);
    std::ranges::copy_if(others, std::back_inserter(changes),
                         [](const EntryChange& change) { return change.entry.part != EntryPart::FieldValue || !infoOf(change.entry.item.kind).single; });
    return changes;
}

void applyChanges(Plan& plan, const std::vector<EntryChange>& changes) {
    for (const auto& change : changes) put(plan, change.entry, change.after);
}

void revertChanges(Plan& plan, const std::vector<EntryChange>& changes) {
    for (const auto& change : std::views::reverse(changes)) put(plan, change.entry, change.before);
}

} // namespace tco
