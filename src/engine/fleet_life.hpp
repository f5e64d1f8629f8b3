// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a cohort lives through the plan: generations of units, each replaced by the next at the end of its
// life, its support or its lease, whichever rule holds. Dates and numbers of units only; the rules put costs on it.

#include <optional>
#include <unordered_map>
#include <vector>

#include "contract_changes.hpp"

namespace tco {

struct Generation {
    Date start;                   ///< first day in service
    Date end;                     ///< day on which it is taken out (and replaced); may lie beyond the plan
    std::int64_t units = 0;       ///< in use
    std::int64_t spares = 0;      ///< bought with them
    bool original = false;        ///< the units that were entered, not a replacement
    bool startsInPlan = false;    ///< its acquisition is a cost of the plan
    bool byAgreement = false;     ///< an agreement pays for the units; they are not the district's
    const Lease* lease = nullptr; ///< terms when leased, else bought
    ContractChanges changes;      ///< of the rent; a financed purchase has none

    std::int64_t bought() const { return units + spares; }
    /// The district owns the units when they go out of service.
    bool endsOwned() const;
};

/// A row of generations. Most cohorts have one; units whose replacement is spread over years, and units that are added
/// as the district grows, have rows of their own.
struct CohortLife {
    const Cohort* cohort = nullptr;
    const AssetModel* model = nullptr;
    std::optional<Money> orderTotal;     ///< what the units entered cost, where it is known
    std::vector<Generation> generations; ///< those in service on at least one day of the plan or ending on its first
    bool overdue = false;                ///< the original units should have been replaced before the plan begins
    bool pastSupport = false;            ///< … because their support had ended
    bool supportCutsLife = false;        ///< support ends before the planned life
    bool keptPastSupport = false;        ///< the plan keeps them longer than their support, on purpose
    bool leaseOutlivesSupport = false;
};

/// Makes the lives of one plan's cohorts. Models and leases are checked once; what is wrong with those that
/// cannot be used is reported by validate(). The pointers in a life live as long as the plan.
class FleetLives {
  public:
    explicit FleetLives(const Plan& plan);

    /// Nothing when the cohort does not count or cannot be calculated: a field beyond its limits, no model, no terms of its
    /// lease.
    std::vector<CohortLife> of(const Cohort& cohort) const;

  private:
    bool isCalculable(const Cohort& cohort, const AssetModel& model) const;
    Generation begin(const CohortLife& life, Date start, std::int64_t units, bool original) const;
    Date endOf(Generation& generation, CohortLife& life, int extraMonths) const;
    std::vector<CohortLife> originalLives(const Cohort& cohort, const AssetModel& model) const;
    bool replace(CohortLife& life, std::int64_t units) const;
    void grow(std::vector<CohortLife>& lives, const Cohort& cohort) const;

    const Plan& m_plan;
    FiscalCalendar m_calendar;
    Date m_firstDay, m_lastDay;
    std::unordered_map<AssetModelId, const AssetModel*> m_models;
    std::unordered_map<LeaseId, const Lease*> m_leases;
    ChangesOfPlan m_changes;
};

/// Whether the district and the assumptions allow any calculation at all.
bool isUsable(const Plan& plan);
bool isUsable(const Position& position);
bool isUsable(const Agreement& agreement);
bool isUsable(const Incident& incident);
bool isUsable(const UserGroup& group);

} // namespace tco
