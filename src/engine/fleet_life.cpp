// SPDX-License-Identifier: Apache-2.0
#include "fleet_life.hpp"

#include "tco/model/lease_terms.hpp"

namespace tco {
namespace {

bool isUsable(const Lease& lease) { return hasPaymentFrequency(lease) && missingPrice(lease).empty() && isSound(lease); }

template <class Key, class Item> const Item* lookUp(const std::unordered_map<Key, const Item*>& items, Key id) {
    const auto found = items.find(id);
    return found == items.end() ? nullptr : found->second;
}

/// When one generation ends, and what that says about support.
Date endOf(Generation& generation, CohortLife& life, Date firstDay) {
    const auto& model = *life.model;
    const bool owned = generation.endsOwned();
    const Date end = generation.start.addMonths(owned ? 12 * model.usefulLife : generation.lease->termMonths());
    // The end of support is known for today's model only; a replacement is a newer one.
    const Date unsupported = generation.original && model.supportEnd ? model.supportEnd->addDays(1) : end;
    const bool cutShort = unsupported > generation.start && unsupported < end;
    if (cutShort) (owned ? life.supportCutsLife : life.leaseOutlivesSupport) = true;
    const Date due = cutShort && owned ? unsupported : end;
    if (due >= firstDay) return due;
    life.overdue = true; // only the original units can be that old
    life.pastSupport = model.supportEnd && unsupported < firstDay;
    return firstDay;
}

} // namespace

bool isUsable(const Plan& plan) { return isSound(plan.district) && isSound(plan.assumptions); }

bool isUsable(const Position& position) {
    const bool inOrder = !position.start || !position.end || *position.start <= *position.end;
    return inOrder && isSound(position);
}

FleetLives::FleetLives(const Plan& plan) : m_plan(plan) {
    for (const auto& model : plan.assetModels)
        if (isSound(model)) m_models.emplace(model.id, &model);
    for (const auto& lease : plan.leases)
        if (isUsable(lease)) m_leases.emplace(lease.id, &lease);
}

/// Terms for units put into service in the plan or before it; nothing = bought. The model's way of paying holds
/// for what is acquired in the plan; what is in service before it was bought unless the cohort says otherwise.
const Lease* FleetLives::termsFor(const Cohort& cohort, bool inPlan) const {
    if (!inPlan && cohort.acquisition != CohortAcquisition::Lease) return nullptr;
    const auto* terms = leaseTermsOf(m_plan, cohort);
    return terms ? lookUp(m_leases, terms->id) : nullptr;
}

bool FleetLives::hasItsTerms(const Cohort& cohort, const AssetModel& model) const {
    const bool leased =
        cohort.acquisition == CohortAcquisition::Lease || (cohort.acquisition == CohortAcquisition::AsModel && model.acquisition == Acquisition::Lease);
    return !leased || termsFor(cohort, true);
}

std::optional<CohortLife> FleetLives::of(const Cohort& cohort) const {
    const auto* model = lookUp(m_models, cohort.model);
    if (!model || !isSound(cohort) || !hasItsTerms(cohort, *model)) return {};
    CohortLife life{.cohort = &cohort, .model = model, .generations = {}};
    const Date firstDay = m_plan.firstDay(), lastDay = m_plan.calendar().lastDay(m_plan.lastYear());

    Date start = cohort.inService;
    for (bool original = true; start <= lastDay; original = false) {
        Generation generation{.start = start, .end = {}, .original = original, .startsInPlan = start >= firstDay};
        generation.lease = termsFor(cohort, generation.startsInPlan);
        generation.end = endOf(generation, life, firstDay);
        life.generations.push_back(generation);
        if (cohort.refresh == RefreshPolicy::Retire) break;
        start = generation.end;
    }
    return life;
}

} // namespace tco
