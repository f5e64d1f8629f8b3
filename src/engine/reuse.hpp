// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which postings of an earlier calculation still hold. An item costs the same as before when it, what it refers to and what
// every rule looks at are the same.

#include <set>
#include <unordered_map>

#include "tco/engine/calculation.hpp"

namespace tco {

class Reuse {
  public:
    /// `previous` may be null. It and the plan must outlive this.
    Reuse(const Calculation* previous, const Plan& plan, const std::vector<YearCounts>& counts, const std::vector<ErateUse>& erate);

    /// The earlier postings of the item that is `index`-th of its kind in the plan; null when they no longer hold.
    const ItemPostings* of(ItemRef item, std::size_t index) const;

  private:
    bool isSame(const Cohort& cohort) const;
    template <class Contract> bool isSameChanges(Contract ContractChange::*contract, Contract id) const;
    void noteErate(const std::vector<ErateUse>& before, const std::vector<ErateUse>& now);

    const Calculation* m_previous = nullptr;
    const Plan& m_plan;
    bool m_sameCounts = false;
    bool m_sameHeadCounts = false;
    std::set<ItemRef> m_otherErate; ///< items that E-Rate pays another share of
    std::unordered_map<RawId, const ItemPostings*> m_byId[std::size(allKinds)];
};

} // namespace tco
