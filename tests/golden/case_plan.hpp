// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small plans for published cases: no inflation, no discount rate unless a case names one, July to June.

#include <string_view>

#include "tco/engine/calculation.hpp"
#include "tco/money/text.hpp"

namespace tco::test {

inline Money dollars(std::string_view text) { return parseMoney(text).value(); }

inline Plan casePlan(int firstYear, int years) {
    Plan plan;
    plan.district = {.name = "Published case", .firstYear = firstYear, .horizon = years};
    plan.assumptions.discountRate = Rate();
    return plan;
}

/// Units in service from the plan's first day on, not replaced. `price` is for each.
inline Cohort& addUnits(Plan& plan, std::int64_t quantity, Money price, int life) {
    const AssetModelId model{RawId(plan.assetModels.size() + 1)};
    plan.assetModels.push_back({.id = model, .name = "Device", .unitPrice = price, .usefulLife = life});
    plan.cohorts.push_back(
        {.id = CohortId{RawId(plan.cohorts.size() + 1)}, .model = model, .inService = plan.firstDay(), .quantity = quantity, .refresh = RefreshPolicy::Retire});
    return plan.cohorts.back();
}

/// Yearly payments per device, in advance; the units of `cohort` are under it.
inline Lease& addLease(Plan& plan, Cohort& cohort, LeaseContract contract, std::string_view payment, int payments) {
    const LeaseId id{RawId(plan.leases.size() + 1)};
    plan.leases.push_back({.id = id,
                           .name = "Contract",
                           .contract = contract,
                           .pricing = LeasePricing::PaymentPerDevice,
                           .paymentPerDevice = Decimal::of(payment),
                           .payments = payments});
    cohort.acquisition = CohortAcquisition::Lease;
    cohort.lease = id;
    return plan.leases.back();
}

inline Agreement& addAgreement(Plan& plan, AgreementKind kind, AgreementBasis basis, std::string_view amount) {
    const AgreementId id{RawId(plan.agreements.size() + 1)};
    plan.agreements.push_back({.id = id, .name = "Agreement " + std::to_string(id.value), .kind = kind, .basis = basis, .amount = Decimal::of(amount)});
    return plan.agreements.back();
}

inline Figures figuresOf(const Plan& plan) { return figuresOf(*calculate(plan, {})); }

} // namespace tco::test
