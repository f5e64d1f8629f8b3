// SPDX-License-Identifier: Apache-2.0
#include "fleet_life.hpp"

#include "head_counts.hpp"
#include "tco/model/lease_terms.hpp"
#include "tco/money/allocate.hpp"

namespace tco {
namespace {

bool isUsable(const Lease& lease, const Assumptions& assumptions) {
    return hasPaymentFrequency(lease) && missingPrice(lease, assumptions).empty() && isSound(lease);
}

template <class Key, class Item> const Item* lookUp(const std::unordered_map<Key, const Item*>& items, Key id) {
    const auto found = items.find(id);
    return found == items.end() ? nullptr : found->second;
}

bool isInOrder(const std::optional<Date>& start, const std::optional<Date>& end) { return !start || !end || *start <= *end; }

/// quantity × share, rounded half up; both small enough for the product.
std::int64_t scaled(std::int64_t quantity, std::int64_t part, std::int64_t whole) { return (2 * quantity * part + whole) / (2 * whole); }

/// The part of a quantity that lane `index` of `lanes` has; the first ones take what does not divide.
std::int64_t laneUnits(std::int64_t quantity, int index, int lanes) { return quantity / lanes + (index < quantity % lanes ? 1 : 0); }

} // namespace

bool isUsable(const Plan& plan) { return isSound(plan.district) && isSound(plan.assumptions); }
bool isUsable(const Position& position) { return position.included == Included::Yes && isInOrder(position.start, position.end) && isSound(position); }
bool isUsable(const Agreement& agreement) {
    return agreement.included == Included::Yes && isInOrder(agreement.start, agreement.end) && isPaymentFrequency(agreement.paymentsPerYear) &&
           isSound(agreement);
}
bool isUsable(const Incident& incident) { return incident.included == Included::Yes && isInOrder(incident.start, incident.end) && isSound(incident); }
bool isUsable(const UserGroup& group) { return group.included == Included::Yes && isSound(group); }

bool Generation::endsOwned() const { return !byAgreement && (!lease || keepsUnits(*lease)); }

FleetLives::FleetLives(const Plan& plan)
    : m_plan(plan), m_calendar(plan.calendar()), m_firstDay(plan.firstDay()), m_lastDay(m_calendar.lastDay(plan.lastYear())), m_changes(plan) {
    for (const auto& model : plan.assetModels)
        if (isSound(model)) m_models.emplace(model.id, &model);
    for (const auto& lease : plan.leases)
        if (isUsable(lease, plan.assumptions)) m_leases.emplace(lease.id, &lease);
}

bool FleetLives::isCalculable(const Cohort& cohort, const AssetModel& model) const {
    if (cohort.included != Included::Yes || !isSound(cohort) || (cohort.lastDay && *cohort.lastDay < cohort.inService)) return false;
    const auto terms = acquisitionOf(m_plan.assumptions, &model, cohort);
    return terms.how != CohortAcquisition::Lease || lookUp(m_leases, terms.lease);
}

/// A generation without its end. The model's and the category's way of paying holds for what is acquired in the plan; what is
/// in service before it was bought unless the cohort itself says otherwise.
Generation FleetLives::begin(const CohortLife& life, Date start, std::int64_t units, bool original) const {
    Generation generation{.start = start, .end = {}, .units = units, .original = original, .startsInPlan = start >= m_firstDay, .changes = {}};
    if (generation.startsInPlan || life.cohort->acquisition != CohortAcquisition::AsModel) {
        const auto terms = acquisitionOf(m_plan.assumptions, life.model, *life.cohort);
        generation.byAgreement = terms.how == CohortAcquisition::Agreement;
        if (terms.how == CohortAcquisition::Lease) generation.lease = lookUp(m_leases, terms.lease);
    }
    if (const auto* lease = generation.lease; lease && lease->contract != LeaseContract::FinancedPurchase)
        generation.changes = m_changes.of(lease->id, start, termMonthsOf(*lease));
    // What an inventory counts before the plan includes its spares.
    if (generation.startsInPlan && !life.model->spares.isZero()) generation.spares = (life.model->spares.fraction() * Decimal(units)).toInteger();
    return generation;
}

/// When a generation ends, and what that says about support.
Date FleetLives::endOf(Generation& generation, CohortLife& life, int extraMonths) const {
    const auto& model = *life.model;
    const bool leased = generation.lease && !keepsUnits(*generation.lease);
    Date end = generation.start.addMonths(leased ? monthsUntilReturn(*generation.lease) + tco::extraMonths(generation.changes) : 12 * model.usefulLife);
    // The end of support is known for today's model only; a replacement is a newer one.
    const Date unsupported = generation.original && model.supportEnd ? model.supportEnd->addDays(1) : end;
    if (unsupported > generation.start && unsupported < end) {
        (leased ? life.leaseOutlivesSupport : life.supportCutsLife) = true;
        if (!leased) end = unsupported;
    }
    if (extraMonths != 0 && !leased) {
        end = std::max(end.addMonths(extraMonths), generation.start.addMonths(1));
        life.keptPastSupport = model.supportEnd && extraMonths > 0 && end > unsupported && unsupported > generation.start;
    }
    if (life.cohort->lastDay) end = std::min(end, life.cohort->lastDay->addDays(1));
    if (end >= m_firstDay) return end;
    life.overdue = true; // only the original units can be that old
    life.pastSupport = model.supportEnd && unsupported < m_firstDay;
    return m_firstDay;
}

/// The units as entered, in as many rows as their replacement takes years.
std::vector<CohortLife> FleetLives::originalLives(const Cohort& cohort, const AssetModel& model) const {
    std::vector<CohortLife> lives;
    std::vector<Decimal> units;
    const int lanes = cohort.refresh == RefreshPolicy::Replace ? cohort.refreshYears : 1;
    for (int lane = 0; lane < lanes; ++lane) {
        const auto ofLane = laneUnits(cohort.quantity, lane, lanes);
        if (ofLane == 0 && lane > 0) break;
        CohortLife life{.cohort = &cohort, .model = &model, .orderTotal = cohort.purchaseTotal, .generations = {}};
        auto generation = begin(life, cohort.inService, ofLane, true);
        generation.end = endOf(generation, life, 12 * (cohort.extraYears + lane));
        life.generations.push_back(generation);
        lives.push_back(std::move(life));
        units.emplace_back(ofLane);
    }
    if (cohort.purchaseTotal && lives.size() > 1) {
        const auto totals = allocate(*cohort.purchaseTotal, units); // to the cent, so that the order costs what it cost
        for (std::size_t lane = 0; lane < lives.size(); ++lane) lives[lane].orderTotal = totals[lane];
    }
    return lives;
}

/// Follows the last generation of a row with the next one; false when nothing follows it in the plan.
bool FleetLives::replace(CohortLife& life, std::int64_t units) const {
    const Date start = life.generations.back().end;
    const auto& cohort = *life.cohort;
    if (units == 0 || start > m_lastDay || cohort.refresh == RefreshPolicy::Retire || (cohort.lastDay && start > *cohort.lastDay)) return false;
    auto generation = begin(life, start, units, false);
    generation.end = endOf(generation, life, 0);
    life.generations.push_back(generation);
    return true;
}

/// Lets the number of units follow students or staff: what is missing is added on the first day of a fiscal year, what is too
/// many is not replaced.
void FleetLives::grow(std::vector<CohortLife>& lives, const Cohort& cohort) const {
    const HeadCounts people(m_plan);
    const auto headCountIn = [&](FiscalYear year) { return cohort.growsWith == GrowsWith::Students ? people.in(year).students : people.in(year).staff; };
    const FiscalYear base = std::max(m_plan.firstYear(), m_calendar.yearOf(cohort.inService));
    const auto then = headCountIn(base);
    const auto unitsIn = [&](FiscalYear year) { return then > 0 ? scaled(cohort.quantity, headCountIn(year), then) : cohort.quantity; };
    for (FiscalYear year = base; year <= m_plan.lastYear(); year = year + 1) {
        const Date firstDay = m_calendar.firstDay(year), nextYear = m_calendar.firstDay(year + 1);
        std::int64_t inService = 0;
        for (const auto& life : lives)
            if (const auto& last = life.generations.back(); last.end >= firstDay) inService += last.units;
        const auto wanted = unitsIn(year);
        for (auto& life : lives)
            while (life.generations.back().end < nextYear && life.generations.back().end >= firstDay) {
                const auto units = life.generations.back().units;
                const auto kept = units - std::clamp(inService - wanted, std::int64_t(0), units);
                inService -= units - kept;
                if (!replace(life, kept)) break;
            }
        if (wanted <= inService || year == base || (cohort.lastDay && firstDay > *cohort.lastDay)) continue;
        CohortLife added{.cohort = &cohort, .model = lives.front().model, .generations = {}};
        added.generations.push_back(begin(added, firstDay, wanted - inService, false));
        added.generations.back().end = endOf(added.generations.back(), added, 0);
        lives.push_back(std::move(added));
    }
}

std::vector<CohortLife> FleetLives::of(const Cohort& cohort) const {
    const auto* model = lookUp(m_models, cohort.model);
    if (!model || !isCalculable(cohort, *model) || cohort.inService > m_lastDay || (cohort.lastDay && *cohort.lastDay < m_firstDay)) return {};
    auto lives = originalLives(cohort, *model);
    if (cohort.growsWith != GrowsWith::Nothing && cohort.refresh == RefreshPolicy::Replace)
        grow(lives, cohort);
    else
        for (auto& life : lives)
            while (replace(life, life.generations.back().units)) {
            }
    return lives;
}

} // namespace tco
