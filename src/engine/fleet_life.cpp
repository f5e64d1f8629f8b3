// SPDX-License-Identifier: Apache-2.0
#include "fleet_life.hpp"

#include <algorithm>
#include <cassert>

namespace tco {
namespace {

bool fieldsAreSound(const Plan& plan, ItemRef item) {
    return std::ranges::all_of(fieldsOf(item.kind), [&](const Field& field) { return checkValue(field, valueOf(plan, item, field.key)).has_value(); });
}

bool isUsable(const Plan& plan, const Lease& lease) {
    const auto perYear = lease.paymentsPerYear;
    if (perYear != 1 && perYear != 2 && perYear != 4 && perYear != 12) return false;
    switch (lease.pricing) {
    case LeasePricing::InterestRate:
        if (!lease.annualRate) return false;
        break;
    case LeasePricing::PaymentPerDevice:
        if (!lease.paymentPerDevice) return false;
        break;
    case LeasePricing::RateFactor:
        if (!lease.rateFactor) return false;
        break;
    }
    return fieldsAreSound(plan, {Kind::Lease, lease.id.value});
}

/// Terms for units put into service on `start`; nothing = bought. The model's way of paying holds for
/// what is acquired in the plan; what is in service before it was bought unless the cohort says otherwise.
const Lease* termsFor(const Plan& plan, const Cohort& cohort, const AssetModel& model, bool inPlan) {
    switch (cohort.acquisition) {
    case CohortAcquisition::Lease: return findById(plan.leases, cohort.lease);
    case CohortAcquisition::Purchase: return nullptr;
    case CohortAcquisition::AsModel: break;
    }
    return inPlan && model.acquisition == Acquisition::Lease ? findById(plan.leases, model.lease) : nullptr;
}

} // namespace

bool isUsable(const Plan& plan) { return fieldsAreSound(plan, {Kind::District, singleId}) && fieldsAreSound(plan, {Kind::Assumptions, singleId}); }

bool isUsable(const Plan& plan, const Cohort& cohort) {
    const auto* model = findById(plan.assetModels, cohort.model);
    if (!model || !fieldsAreSound(plan, {Kind::Cohort, cohort.id.value}) || !fieldsAreSound(plan, {Kind::AssetModel, model->id.value})) return false;
    const auto leaseIsUsable = [&](LeaseId id) {
        const auto* lease = findById(plan.leases, id);
        return lease && isUsable(plan, *lease);
    };
    if (cohort.acquisition == CohortAcquisition::Lease) return leaseIsUsable(cohort.lease);
    if (cohort.acquisition == CohortAcquisition::AsModel && model->acquisition == Acquisition::Lease) return leaseIsUsable(model->lease);
    return true;
}

bool isUsable(const Plan& plan, const Position& position) {
    const bool inOrder = !position.start || !position.end || *position.start <= *position.end;
    return inOrder && fieldsAreSound(plan, {Kind::Position, position.id.value});
}

CohortLife lifeOf(const Plan& plan, const Cohort& cohort) {
    CohortLife life{.cohort = &cohort, .model = findById(plan.assetModels, cohort.model), .generations = {}};
    assert(life.model);
    const auto& model = *life.model;
    const Date firstDay = plan.firstDay(), lastDay = plan.calendar().lastDay(plan.lastYear());

    Date start = cohort.inService;
    for (bool original = true; start <= lastDay; original = false) {
        Generation generation{.start = start, .end = {}, .original = original, .startsInPlan = start >= firstDay};
        generation.lease = termsFor(plan, cohort, model, generation.startsInPlan);
        generation.end = generation.lease ? start.addMonths(generation.lease->termMonths()) : start.addMonths(12 * model.usefulLife);
        // The end of support is known for today's model only; a replacement is a newer one.
        const auto unsupported = model.supportEnd ? model.supportEnd->addDays(1) : generation.end;
        if (original && unsupported > start && unsupported < generation.end) {
            (generation.lease ? life.leaseOutlivesSupport : life.supportCutsLife) = true;
            if (!generation.lease) generation.end = unsupported;
        }
        if (generation.end < firstDay) { // only the original can be that old
            life.overdue = true;
            life.pastSupport = model.supportEnd && unsupported < firstDay;
            generation.end = firstDay;
        }
        life.generations.push_back(generation);
        if (cohort.refresh == RefreshPolicy::Retire) break;
        start = generation.end;
    }
    return life;
}

} // namespace tco
