// SPDX-License-Identifier: Apache-2.0
#include "contract_changes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/money/text.hpp"

namespace tco {

bool isUsable(const ContractChange& change) { return change.included == Included::Yes && bool(change.lease) != bool(change.agreement) && isSound(change); }

ChangesOfPlan::ChangesOfPlan(const Plan& plan) {
    for (const auto& change : plan.contractChanges) {
        if (!isUsable(change)) continue;
        auto& changes = change.lease ? m_ofLeases[change.lease] : m_ofAgreements[change.agreement];
        const auto place = std::ranges::upper_bound(changes, change.date, {}, [](const auto* each) { return each->date; });
        changes.insert(place, &change);
    }
}

ContractChanges ChangesOfPlan::of(LeaseId lease, Date start, int months) const {
    ContractChanges reached;
    const auto found = m_ofLeases.find(lease);
    if (found == m_ofLeases.end()) return reached;
    for (const auto* change : found->second)
        if (start < change->date && change->date < start.addMonths(months + extraMonths(reached))) reached.push_back(change);
    return reached;
}

ContractChanges ChangesOfPlan::of(const Agreement& agreement, Date start) const {
    ContractChanges reached;
    const auto found = m_ofAgreements.find(agreement.id);
    if (found == m_ofAgreements.end()) return reached;
    for (const auto* change : found->second)
        if (start < change->date && (!agreement.end || change->date <= *agreement.end)) reached.push_back(change);
    return reached;
}

ContractChanges knownOn(Date day, ContractChanges changes) {
    std::erase_if(changes, [day](const auto* change) { return change->date > day; });
    return changes;
}

int monthsOfTerm(const ContractChanges& changes, Date start, int from, int months) {
    for (const auto* change : changes)
        if (start.addMonths(from) < change->date && change->date < start.addMonths(from + months)) months += change->extraMonths;
    return months;
}

int extraMonths(const ContractChanges& changes) {
    int months = 0;
    for (const auto* change : changes) months += change->extraMonths;
    return months;
}

template <Number N> N shareLeft(const ContractChanges& changes, Date day) {
    N left = 1;
    for (const auto* change : changes)
        if (change->date <= day) left = left * (N(1) - numberFrom<N>(change->endedShare()));
    return left;
}

template <Number N> N paymentFactor(const ContractChanges& changes, Date day) {
    N factor = shareLeft<N>(changes, day);
    for (const auto* change : changes)
        if (change->date <= day) factor = factor * (N(1) + numberFrom<N>(change->paymentChange));
    return factor;
}

void addChangeWords(Formula& formula, const ContractChanges& changes, Date day) {
    bool isFirst = true;
    for (const auto* change : changes) {
        const Decimal factor = (Decimal(1) + change->paymentChange.fraction()) * (Decimal(1) - change->endedShare().fraction());
        if (change->date > day || factor == Decimal(1)) continue;
        if (std::exchange(isFirst, false)) formula.text = fmt::format("({})", formula.text);
        formula.text += fmt::format(" × {} from {} (“{}”)", display(Rate(factor)), change->date.display(), change->name);
        const ItemRef item{Kind::ContractChange, change->id.value};
        if (!change->paymentChange.isZero()) formula.inputs.push_back({item, "payment_change"});
        if (!change->endedShare().isZero()) formula.inputs.push_back({item, "share"});
    }
}

template Decimal shareLeft(const ContractChanges&, Date);
template double shareLeft(const ContractChanges&, Date);
template Decimal paymentFactor(const ContractChanges&, Date);
template double paymentFactor(const ContractChanges&, Date);

} // namespace tco
