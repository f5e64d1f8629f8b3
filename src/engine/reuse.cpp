// SPDX-License-Identifier: Apache-2.0
#include "reuse.hpp"

#include <map>

namespace tco {
namespace {

template <class Item> bool isSameItem(const std::vector<Item>& before, const Item& now) {
    const auto* found = findById(before, now.id);
    return found && *found == now;
}

/// Two references lead to equal items, or both to nothing.
template <class Item, class Id> bool leadToTheSame(const std::vector<Item>& before, Id old, const std::vector<Item>& after, Id now) {
    const auto *a = findById(before, old), *b = findById(after, now);
    return a && b ? *a == *b : !a && !b;
}

} // namespace

Reuse::Reuse(const Calculation* previous, const Plan& plan, const std::vector<YearCounts>& counts, const std::vector<ErateUse>& erate) : m_plan(plan) {
    if (!previous || previous->counts.empty() || previous->plan->district != plan.district || previous->plan->assumptions != plan.assumptions) return;
    m_previous = previous;
    m_sameCounts = previous->counts == counts && previous->plan->sites.size() == plan.sites.size();
    noteErate(previous->erate, erate);
    m_sameHeadCounts = previous->plan->headCounts == plan.headCounts;
    for (const auto& item : previous->items) m_byId[std::size_t(item.item.kind)].emplace(item.item.id, &item);
}

void Reuse::noteErate(const std::vector<ErateUse>& before, const std::vector<ErateUse>& now) {
    if (before == now) return;
    std::map<ItemRef, std::pair<std::vector<ErateUse>, std::vector<ErateUse>>> byItem;
    for (const auto& use : before) byItem[use.item].first.push_back(use);
    for (const auto& use : now) byItem[use.item].second.push_back(use);
    for (const auto& [item, uses] : byItem)
        if (uses.first != uses.second) m_otherErate.insert(item);
}

template <class Contract> bool Reuse::isSameChanges(Contract ContractChange::*contract, Contract id) const {
    const auto &before = m_previous->plan->contractChanges, &now = m_plan.contractChanges;
    if (before == now || !id) return true;
    const auto of = [&](const std::vector<ContractChange>& changes) {
        std::vector<ContractChange> found;
        std::ranges::copy_if(changes, std::back_inserter(found), [&](const ContractChange& change) { return change.*contract == id; });
        return found;
    };
    return of(before) == of(now);
}

bool Reuse::isSame(const Cohort& cohort) const {
    const Plan& before = *m_previous->plan;
    if (!isSameItem(before.cohorts, cohort) || (cohort.growsWith != GrowsWith::Nothing && !m_sameHeadCounts)) return false;
    if (!leadToTheSame(before.assetModels, cohort.model, m_plan.assetModels, cohort.model)) return false;
    const auto lease = acquisitionOf(m_plan, cohort).lease; // the cohort, its model and the assumptions are as they were
    return leadToTheSame(before.leases, lease, m_plan.leases, lease) && isSameChanges(&ContractChange::lease, lease);
}

const ItemPostings* Reuse::of(ItemRef item, std::size_t index) const {
    if (!m_previous) return nullptr;
    const auto& byId = m_byId[std::size_t(item.kind)];
    const auto found = byId.find(item.id);
    if (found == byId.end() || m_otherErate.contains(item)) return nullptr;
    const Plan& before = *m_previous->plan;
    const bool same = [&] {
        switch (item.kind) {
        case Kind::Cohort: return isSame(m_plan.cohorts[index]);
        case Kind::Position: return isSameItem(before.positions, m_plan.positions[index]);
        case Kind::Agreement:
            return m_sameCounts && isSameItem(before.agreements, m_plan.agreements[index]) && isSameChanges(&ContractChange::agreement, AgreementId{item.id});
        case Kind::Incident: return isSameItem(before.incidents, m_plan.incidents[index]);
        case Kind::UserGroup: return m_sameCounts && isSameItem(before.userGroups, m_plan.userGroups[index]);
        default: return false;
        }
    }();
    return same ? found->second : nullptr;
}

} // namespace tco
