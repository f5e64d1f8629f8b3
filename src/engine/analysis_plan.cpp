// SPDX-License-Identifier: Apache-2.0
#include "analysis_plan.hpp"

namespace tco {

bool canCost(Kind kind, const Field& field) {
    constexpr std::string_view idle[] = {"quoted_total",   "notice_months",    "evergreen_months",  "non_appropriation", "early_return_share", "treatment",
                                         "book_rate",      "extension_months", "extension_certain", "cancellable_by",    "cancellable_after",  "cancel_notice",
                                         "cancel_certain", "setup_stage",      "capitalize_unit",   "capitalize_group",  "depreciation",       "lease_limit"};
    constexpr Kind costless[] = {Kind::Goal,       Kind::Benefit,    Kind::Fund,     Kind::FundingRule, Kind::Account,
                                 Kind::BudgetLine, Kind::ClosedYear, Kind::Scenario, Kind::Adoption};
    if (std::ranges::find(costless, kind) != std::end(costless) || field.type == FieldType::Text) return false;
    if (kind == Kind::ContractChange) return field.key != "rate"; // which is of the books
    if (field.type == FieldType::Reference && (field.target == Kind::Site || field.target == Kind::Agreement)) return false;
    return std::ranges::find(idle, field.key) == std::end(idle);
}

Plan withoutWords(const Plan& plan) {
    Plan bare = plan;
    bare.provenance.clear();
    bare.overrides.clear();
    bare.scenarios.clear();
    return bare;
}

Plan oneCohortPlan(const Plan& plan, const AssetModel& model, std::int64_t units, int horizon) {
    Plan small;
    small.district = plan.district;
    small.district.horizon = horizon;
    small.assumptions = plan.assumptions;
    small.assetModels.push_back(model);
    // No reference leads out of it.
    auto& assumptions = small.assumptions;
    assumptions.acquireDevices = assumptions.acquireNetwork = assumptions.acquireServers = Acquisition::Purchase;
    assumptions.leaseDevices = assumptions.leaseNetwork = assumptions.leaseServers = LeaseId{};
    small.assetModels.front().acquisition = ModelAcquisition::Purchase;
    small.assetModels.front().lease = LeaseId{};
    Cohort cohort;
    cohort.id = CohortId{1};
    cohort.model = model.id;
    cohort.inService = small.firstDay();
    cohort.quantity = units;
    cohort.acquisition = CohortAcquisition::Purchase;
    cohort.refresh = RefreshPolicy::Retire;
    small.cohorts.push_back(cohort);
    return small;
}

Decimal perUnit(Money amount, std::int64_t units) { return amount.dollars() / Decimal(units); }

} // namespace tco
