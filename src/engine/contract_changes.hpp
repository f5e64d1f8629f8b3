// SPDX-License-Identifier: Apache-2.0
#pragma once

// What changes in a contract while it runs: which changes of a plan reach it, how much longer it becomes, and what becomes of
// its payments. A change reaches a contract that has begun before its day and has not ended by then.

#include <map>
#include <vector>

#include "posting_sink.hpp"

namespace tco {

/// Those that reach one contract, in the order of their dates.
using ContractChanges = std::vector<const ContractChange*>;

/// It counts, its fields are within their limits, and it names one contract.
bool isUsable(const ContractChange& change);

/// The changes of a plan that count. The plan must outlive them.
class ChangesOfPlan {
  public:
    explicit ChangesOfPlan(const Plan& plan);

    /// Of a contract that begins on `start` and runs `months` when nothing changes.
    ContractChanges of(LeaseId lease, Date start, int months) const;
    /// Of an agreement that begins on `start`.
    ContractChanges of(const Agreement& agreement, Date start) const;

  private:
    std::map<LeaseId, ContractChanges> m_ofLeases;
    std::map<AgreementId, ContractChanges> m_ofAgreements;
};

/// Those that are known at the end of a day.
ContractChanges knownOn(Date day, ContractChanges changes);

/// How many months a term of so many has that begins `from` months after `start`: changes in it can make it longer.
int monthsOfTerm(const ContractChanges& changes, Date start, int from, int months);
/// By how much all of them make a contract longer.
int extraMonths(const ContractChanges& changes);

/// What one dollar is on a day: after what payments rise by and what went back by then.
template <Number N> N paymentFactor(const ContractChanges& changes, Date day);
/// The part that has not gone back by then.
template <Number N> N shareLeft(const ContractChanges& changes, Date day);
/// Adds “ × 90% from Jan 1, 2028 (“Renegotiation”)” for each change that the day has seen.
void addChangeWords(Formula& formula, const ContractChanges& changes, Date day);

} // namespace tco
