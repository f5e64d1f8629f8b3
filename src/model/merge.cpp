// SPDX-License-Identifier: Apache-2.0
#include "tco/model/merge.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

namespace tco {
namespace {

constexpr std::string_view parentField = "parent";

/// What the reference in a content names.
std::optional<ItemRef> targetOf(const PlanEntry& entry, const std::optional<EntryContent>& content) {
    if (!content || (entry.part != EntryPart::FieldValue && entry.part != EntryPart::Override)) return {};
    const auto* field = findField(entry.item.kind, entry.field);
    const auto* value = std::get_if<Value>(&*content);
    const auto* link = value ? std::get_if<Link>(value) : nullptr;
    if (!field || !link) return {};
    return ItemRef{field->target, link->id};
}

/// Values and sources are part of their item; an override stands between two items.
bool isPartOfItem(const PlanEntry& entry) { return entry.part != EntryPart::Override; }

/// Each difference between the two copies is decided by a node of a graph: one for all of an item that only one copy has, and one
/// for each other entry. Nodes that cannot be decided one by one are joined into groups; a group is a conflict.
class Merger {
  public:
    Merger(const Plan& base, const Plan& mine, const Plan& theirs)
        : m_base(base), m_mine(mine), m_theirs(theirs), m_changes(differencesBetween(mine, theirs)) {}

    MergeResult run() {
        addNodes();
        openChangedItems(MergeSide::Mine);
        openChangedItems(MergeSide::Theirs);
        addNeeds();
        joinSources();
        addLocks();
        while (joinNeeds() || joinLocks() || joinCircles()) continue;
        return result();
    }

  private:
    enum class State { Mine, Theirs, Open };

    struct Node {
        State state = State::Open;
        std::size_t group = 0;            ///< another node of its group, or itself
        std::vector<std::size_t> changes; ///< indexes in m_changes
        std::vector<PlanEntry> shown;     ///< what a person decides about
        bool isRemoved = false;           ///< an item that one side took out
    };

    /// If the node takes the content of this side, the item must be there; only this side has it.
    struct Need {
        std::size_t node = 0;
        MergeSide side{};
        std::size_t item = 0;
        bool isOwner = false; ///< the item to which an override belongs, not one to which it refers
    };

    /// The node changes a budget line if it takes the content of this side; the other side closed its year.
    struct Lock {
        std::size_t node = 0;
        MergeSide side{};
        std::size_t closedYear = 0;
    };

    const Plan& planOf(MergeSide side) const { return side == MergeSide::Mine ? m_mine : m_theirs; }
    static State stateOf(MergeSide side) { return side == MergeSide::Mine ? State::Mine : State::Theirs; }
    static const std::optional<EntryContent>& contentOn(const EntryChange& change, MergeSide side) {
        return side == MergeSide::Mine ? change.before : change.after;
    }

    std::size_t addNode(State state) {
        m_nodes.push_back({.state = state, .group = m_nodes.size()});
        return m_nodes.size() - 1;
    }

    void addNodes() {
        for (const auto& change : m_changes)
            if (change.entry.part == EntryPart::Item) addItemNode(change);
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const auto& change = m_changes[i];
            const auto item = isPartOfItem(change.entry) ? m_items.find(change.entry.item) : m_items.end();
            const auto node = item != m_items.end() ? item->second : addEntryNode(change);
            m_nodes[node].changes.push_back(i);
            m_nodeOf[change.entry] = node;
        }
    }

    void addItemNode(const EntryChange& change) {
        const auto owner = change.before ? MergeSide::Mine : MergeSide::Theirs; // the only side that has it
        const bool isRemoved = contains(m_base, change.entry.item);
        const auto node = addNode(stateOf(isRemoved ? otherSide(owner) : owner));
        m_nodes[node].isRemoved = isRemoved;
        m_nodes[node].shown.push_back(change.entry);
        m_items[change.entry.item] = node;
    }

    std::size_t addEntryNode(const EntryChange& change) {
        const auto base = contentOf(m_base, change.entry);
        const auto node = addNode(base == change.before ? State::Theirs : base == change.after ? State::Mine : State::Open);
        m_nodes[node].shown.push_back(change.entry);
        return node;
    }

    /// An item that one side removed is open when the other changed it.
    void openChangedItems(MergeSide side) {
        for (const auto& change : differencesBetween(m_base, planOf(side))) {
            const auto item = m_items.find(change.entry.item);
            if (item == m_items.end() || !isPartOfItem(change.entry) || change.entry.part == EntryPart::Item) continue;
            auto& node = m_nodes[item->second];
            if (!node.isRemoved || !contains(planOf(side), change.entry.item)) continue;
            node.state = State::Open;
            node.shown.push_back(change.entry);
        }
    }

    void addNeeds() {
        for (const auto& change : m_changes) {
            const auto node = m_nodeOf.at(change.entry);
            for (const auto side : {MergeSide::Mine, MergeSide::Theirs}) {
                const auto& content = contentOn(change, side);
                if (!content) continue;
                if (const auto target = targetOf(change.entry, content)) addNeed(node, side, *target, false);
                if (change.entry.part != EntryPart::Override) continue;
                addNeed(node, side, change.entry.item, true);
                addNeed(node, side, {Kind::Scenario, change.entry.scenario.value}, true);
            }
        }
    }

    void addNeed(std::size_t node, MergeSide side, ItemRef item, bool isOwner) {
        const auto found = m_items.find(item);
        if (found != m_items.end() && found->second != node && contains(planOf(side), item)) m_needs.push_back({node, side, found->second, isOwner});
    }

    void addLocks() {
        for (const auto& change : m_changes) {
            if (change.entry.item.kind != Kind::BudgetLine || change.entry.part == EntryPart::Source) continue;
            for (const auto closer : {MergeSide::Mine, MergeSide::Theirs})
                for (const auto& closed : planOf(closer).closedYears)
                    if (const auto node = m_items.find({Kind::ClosedYear, closed.id.value});
                        node != m_items.end() && isOfYear(change.entry.item, closed.fiscalYear))
                        m_locks.push_back({m_nodeOf.at(change.entry), otherSide(closer), node->second});
        }
    }

    bool isOfYear(ItemRef budgetLine, int fiscalYear) const {
        const auto isHere = [&](const Plan& plan) {
            const auto* line = findById(plan.budgetLines, BudgetLineId{budgetLine.id});
            return line && line->fiscalYear == fiscalYear;
        };
        return isHere(m_mine) || isHere(m_theirs);
    }

    /// A source says something about one value: it stays with the one that is chosen, and never comes to stand beside another.
    void joinSources() {
        for (const auto& change : m_changes) {
            if (change.entry.part != EntryPart::Source) continue;
            auto entry = change.entry;
            entry.part = EntryPart::FieldValue;
            const auto value = m_nodeOf.find(entry);
            if (value == m_nodeOf.end()) continue;
            const auto source = m_nodeOf.at(change.entry);
            const auto state = m_nodes[value->second].state;
            if (state == State::Open || state != m_nodes[source].state) join(value->second, source);
        }
    }

    bool mayTake(std::size_t node, MergeSide side) const { return m_nodes[node].state == State::Open || m_nodes[node].state == stateOf(side); }

    bool joinNeeds() {
        bool joined = false;
        for (const auto& need : m_needs) {
            const auto itemState = m_nodes[need.item].state;
            if ((mayTake(need.node, need.side) && itemState != stateOf(need.side)) || (need.isOwner && itemState == State::Open))
                joined |= join(need.node, need.item);
        }
        return joined;
    }

    bool joinLocks() {
        bool joined = false;
        for (const auto& lock : m_locks)
            if (mayTake(lock.node, lock.side) && mayTake(lock.closedYear, otherSide(lock.side))) joined |= join(lock.node, lock.closedYear);
        return joined;
    }

    /// Parents that could form a circle, were they taken from different sides, are taken from one.
    bool joinCircles() {
        std::map<ScenarioId, std::vector<ScenarioId>> parents;
        for (const auto* plan : {&m_mine, &m_theirs})
            for (const auto& scenario : plan->scenarios) parents[scenario.id] = possibleParents(scenario.id);
        std::map<ScenarioId, std::set<ScenarioId>> ancestors;
        for (const auto& [scenario, _] : parents) addAncestors(parents, scenario, ancestors[scenario]);
        bool joined = false;
        for (const auto& [scenario, above] : ancestors) {
            if (!above.contains(scenario)) continue;
            for (const auto other : above)
                if (ancestors[other].contains(scenario)) joined |= joinParents(scenario, other);
        }
        return joined;
    }

    std::vector<ScenarioId> possibleParents(ScenarioId scenario) const {
        const ItemRef item{Kind::Scenario, scenario.value};
        const auto node = m_nodeOf.find({EntryPart::FieldValue, item, std::string(parentField)});
        const auto state = node == m_nodeOf.end() ? State::Open : m_nodes[node->second].state;
        std::vector<ScenarioId> parents;
        for (const auto side : {MergeSide::Mine, MergeSide::Theirs})
            if (const auto* found = findById(planOf(side).scenarios, scenario); found && found->parent && (state == State::Open || state == stateOf(side)))
                parents.push_back(found->parent);
        return parents;
    }

    static void addAncestors(const std::map<ScenarioId, std::vector<ScenarioId>>& parents, ScenarioId scenario, std::set<ScenarioId>& ancestors) {
        const auto found = parents.find(scenario);
        if (found == parents.end()) return;
        for (const auto parent : found->second)
            if (ancestors.insert(parent).second) addAncestors(parents, parent, ancestors);
    }

    bool joinParents(ScenarioId one, ScenarioId other) {
        const auto parentNode = [&](ScenarioId scenario) {
            const ItemRef item{Kind::Scenario, scenario.value};
            return m_items.contains(item) ? m_nodeOf.end() : m_nodeOf.find({EntryPart::FieldValue, item, std::string(parentField)});
        };
        const auto a = parentNode(one), b = parentNode(other);
        return a != m_nodeOf.end() && b != m_nodeOf.end() && a != b && join(a->second, b->second);
    }

    std::size_t groupOf(std::size_t node) {
        while (m_nodes[node].group != node) node = m_nodes[node].group = m_nodes[m_nodes[node].group].group;
        return node;
    }

    /// Whether this is new.
    bool join(std::size_t one, std::size_t other) {
        m_nodes[one].state = m_nodes[other].state = State::Open;
        const auto a = groupOf(one), b = groupOf(other);
        m_nodes[std::max(a, b)].group = std::min(a, b);
        return a != b;
    }

    MergeResult result() {
        MergeResult result{m_mine, {}, {}, {}};
        std::map<std::size_t, MergeConflict> conflicts;
        for (const auto& change : m_changes) {
            const auto node = m_nodeOf.at(change.entry);
            switch (m_nodes[node].state) {
            case State::Theirs: result.fromTheirs.push_back(change); break;
            case State::Mine: result.fromMine.push_back({change.entry, change.after, change.before}); break;
            case State::Open: conflicts[groupOf(node)].whenTheirs.push_back(change); break;
            }
        }
        applyChanges(result.mineFirst, result.fromTheirs);
        for (const auto node : openNodes()) show(m_nodes[node], conflicts[groupOf(node)]);
        for (auto& [_, conflict] : conflicts) result.conflicts.push_back(std::move(conflict));
        std::ranges::sort(result.conflicts, {}, [](const MergeConflict& conflict) { return conflict.entries.front().entry; });
        return result;
    }

    /// In an order that does not depend on whose side is whose; what was removed comes first and names the conflict.
    std::vector<std::size_t> openNodes() const {
        std::vector<std::size_t> open;
        for (std::size_t node = 0; node < m_nodes.size(); ++node)
            if (m_nodes[node].state == State::Open) open.push_back(node);
        std::ranges::sort(open, {}, [&](std::size_t node) { return std::pair(!m_nodes[node].isRemoved, m_nodes[node].shown.front()); });
        return open;
    }

    void show(const Node& node, MergeConflict& conflict) const {
        for (const auto& entry : node.shown)
            conflict.entries.push_back({entry, contentOf(m_base, entry), contentOf(m_mine, entry), contentOf(m_theirs, entry)});
    }

    const Plan &m_base, &m_mine, &m_theirs;
    std::vector<EntryChange> m_changes; ///< from mine to theirs
    std::vector<Node> m_nodes;
    std::map<ItemRef, std::size_t> m_items; ///< that only one side has
    std::map<PlanEntry, std::size_t> m_nodeOf;
    std::vector<Need> m_needs;
    std::vector<Lock> m_locks;
};

/// As applyChanges() wants them: items come first and go last.
int rankOf(const EntryChange& change) { return change.entry.part != EntryPart::Item ? 1 : change.after ? 0 : 2; }

} // namespace

MergeResult merge(const Plan& base, const Plan& mine, const Plan& theirs) { return Merger(base, mine, theirs).run(); }

Plan resolved(const MergeResult& result, const std::vector<MergeSide>& choices) {
    assert(choices.size() == result.conflicts.size());
    std::vector<EntryChange> changes;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i] == MergeSide::Theirs) changes.insert(changes.end(), result.conflicts[i].whenTheirs.begin(), result.conflicts[i].whenTheirs.end());
    std::ranges::stable_sort(changes, {}, rankOf);
    Plan plan = result.mineFirst;
    applyChanges(plan, changes);
    return plan;
}

} // namespace tco
