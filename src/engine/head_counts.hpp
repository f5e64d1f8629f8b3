// SPDX-License-Identifier: Apache-2.0
#pragma once

// Students and staff in each fiscal year: an entry holds until the next one.

#include "tco/model/plan.hpp"

namespace tco {

class HeadCounts {
  public:
    explicit HeadCounts(const Plan& plan) : m_plan(plan) {}

    /// Zeros where nothing is entered for the year or before it.
    HeadCount in(FiscalYear year) const {
        HeadCount latest;
        for (const auto& entry : m_plan.headCounts)
            if (entry.fiscalYear <= year.value && entry.fiscalYear >= latest.fiscalYear) latest = entry;
        return latest;
    }

  private:
    const Plan& m_plan;
};

} // namespace tco
