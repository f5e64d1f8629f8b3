// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many people a user group has and how many hours technology takes from them: for its cost, and for the hours that are
// shown without a price.

#include <algorithm>

#include "tco/engine/calculation.hpp"
#include "tco/finance/number.hpp"

namespace tco {

/// Head count × share who use computers.
template <Number N> N peopleOf(const UserGroup& group, const YearCounts& counts) {
    const auto heads = [&]() -> std::int64_t {
        switch (group.people) {
        case PeopleBasis::Students: return counts.students;
        case PeopleBasis::Teachers: return counts.teachers;
        case PeopleBasis::OtherStaff: return std::max(counts.staff - counts.teachers, std::int64_t(0));
        case PeopleBasis::Staff: return counts.staff;
        case PeopleBasis::Number: break;
        }
        return group.number;
    };
    return group.share ? N(numberFrom<N>(heads()) * numberFrom<N>(*group.share)) : numberFrom<N>(heads());
}

/// By how much thin support multiplies the hours users spend on support and downtime; 1 where the plan sets no relation.
template <Number N> N thinSupportFactor(const Assumptions& assumptions, const YearCounts& counts) {
    if (!assumptions.thinSupportAbove || counts.supportFte.isZero()) return 1;
    const N excess = numberFrom<N>(counts.devices) / numberFrom<N>(counts.supportFte) / numberFrom<N>(*assumptions.thinSupportAbove) - N(1);
    return excess > N(0) ? N(N(1) + excess * numberFrom<N>(assumptions.thinSupportEffect)) : N(1);
}

/// Hours of all people of the group in a year: learning and files, and own support and downtime, which grow when support is
/// thin.
inline Decimal hoursOf(const UserGroup& group, const Assumptions& assumptions, const YearCounts& counts) {
    const auto support = group.selfSupport + group.peerSupport + group.downtime * group.affectedShare.value_or(Rate(1)).fraction();
    return peopleOf<Decimal>(group, counts) *
           (group.formalTraining + group.casualLearning + group.files + support * thinSupportFactor<Decimal>(assumptions, counts));
}

} // namespace tco
