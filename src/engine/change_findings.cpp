// SPDX-License-Identifier: Apache-2.0
#include "change_findings.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tco {
namespace {

bool isIn(const ContractChanges& changes, const ContractChange& change) { return std::ranges::find(changes, &change) != changes.end(); }

void outsideTerm(const ContractChange& change, Findings& findings) {
    findings.push_back({Severity::Warning,
                        "change_outside_term",
                        fmt::format("{}: no contract runs on {}, so it changes nothing; choose a day after the first and before the last of a contract.",
                                    change.name, change.date.display()),
                        {}});
}

void lookAtLease(const RuleContext<Decimal>& context, const ContractChange& change, Findings& findings) {
    const auto* lease = findById(context.plan.leases, change.lease);
    if (!lease || lease->contract == LeaseContract::FinancedPurchase) return; // validate() says so
    bool isUsed = false, reaches = false;
    for (const auto& life : context.fleet)
        for (const auto& generation : life.generations) {
            isUsed = isUsed || generation.lease == lease;
            reaches = reaches || isIn(generation.changes, change);
        }
    if (!isUsed)
        findings.push_back(
            {Severity::Note, "change_of_idle_lease", fmt::format("{}: no units are on the lease “{}”, so it changes nothing.", change.name, lease->name), {}});
    else if (!reaches)
        outsideTerm(change, findings);
}

void lookAtAgreement(const RuleContext<Decimal>& context, const ContractChange& change, Findings& findings) {
    const auto* agreement = findById(context.plan.agreements, change.agreement);
    if (agreement && isUsable(*agreement) && !isIn(context.changesOf(*agreement), change)) outsideTerm(change, findings);
}

} // namespace

void addChangeFindings(const RuleContext<Decimal>& context, Findings& findings) {
    for (const auto& change : context.plan.contractChanges) {
        if (!isUsable(change)) continue;
        if (change.lease)
            lookAtLease(context, change, findings);
        else
            lookAtAgreement(context, change, findings);
    }
}

} // namespace tco
