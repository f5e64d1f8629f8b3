// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a cohort lives through the plan: generations of units, each replaced by the next at the end of its
// life, its support or its lease, whichever rule holds. Dates only; the rules put costs on it.

#include <optional>
#include <unordered_map>
#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

struct Generation {
    Date start;                   ///< first day in service
    Date end;                     ///< day on which it is taken out (and replaced); may lie beyond the plan
    bool original = false;        ///< the units that were entered, not a replacement
    bool startsInPlan = false;    ///< its acquisition is a cost of the plan
    const Lease* lease = nullptr; ///< terms when leased, else bought

    /// The district owns the units when they go out of service.
    bool endsOwned() const { return !lease || lease->endOfTerm == LeaseEnd::Keep; }
};

struct CohortLife {
    const Cohort* cohort = nullptr;
    const AssetModel* model = nullptr;
    std::vector<Generation> generations; ///< those in service on at least one day of the plan or ending on its first
    bool overdue = false;                ///< the original units should have been replaced before the plan begins
    bool pastSupport = false;            ///< … because their support had ended
    bool supportCutsLife = false;        ///< support ends before the planned life
    bool leaseOutlivesSupport = false;
};

/// Makes the lives of one plan's cohorts. Models and leases are checked once; what is wrong with those that
/// cannot be used is reported by validate(). The pointers in a life live as long as the plan.
class FleetLives {
  public:
    explicit FleetLives(const Plan& plan);

    /// Nothing when the cohort cannot be calculated: a field beyond its limits, no model, no terms of its lease.
    std::optional<CohortLife> of(const Cohort& cohort) const;

  private:
    const Lease* termsFor(const Cohort& cohort, bool inPlan) const;
    bool hasItsTerms(const Cohort& cohort, const AssetModel& model) const;

    const Plan& m_plan;
    std::unordered_map<AssetModelId, const AssetModel*> m_models;
    std::unordered_map<LeaseId, const Lease*> m_leases;
};

/// Whether the district and the assumptions allow any calculation at all.
bool isUsable(const Plan& plan);
bool isUsable(const Position& position);

} // namespace tco
