// SPDX-License-Identifier: Apache-2.0

// The kinds of items and their fields. The inputs of a plan are declared once, in fields_*.cpp. To add an input: add a
// member in items.hpp, a line there, and a column in a migration (resources/schema). Forms, tables, JSON,
// overrides, checks and docs follow.

#include "bound_field.hpp"

namespace tco {
namespace {

template <class Item> std::vector<Field> plainFields() {
    std::vector<Field> fields;
    for (const auto& bound : boundFields(static_cast<const Item*>(nullptr))) fields.push_back(bound.field);
    return fields;
}

} // namespace

const std::vector<Field>& fieldsOf(Kind kind) {
    // In the order of Kind.
    static const std::vector<Field> all[] = {plainFields<District>(), plainFields<Assumptions>(), plainFields<HeadCount>(),      plainFields<Site>(),
                                             plainFields<Lease>(),    plainFields<Agreement>(),   plainFields<ContractChange>(), plainFields<AssetModel>(),
                                             plainFields<Cohort>(),   plainFields<Position>(),    plainFields<Incident>(),       plainFields<UserGroup>(),
                                             plainFields<Goal>(),     plainFields<Benefit>(),     plainFields<Fund>(),           plainFields<FundingRule>(),
                                             plainFields<Account>(),  plainFields<BudgetLine>(),  plainFields<ClosedYear>(),     plainFields<Scenario>(),
                                             plainFields<Adoption>()};
    static_assert(std::size(all) == std::size(allKinds));
    return all[std::size_t(kind)];
}

const Field* findField(Kind kind, std::string_view key) {
    for (const auto& field : fieldsOf(kind))
        if (field.key == key) return &field;
    return nullptr;
}

const std::vector<std::pair<Kind, const Field*>>& fieldsNamingPersons() {
    static const auto all = [] {
        std::vector<std::pair<Kind, const Field*>> found;
        for (const Kind kind : allKinds)
            for (const auto& field : fieldsOf(kind))
                if (field.namesPerson) found.emplace_back(kind, &field);
        return found;
    }();
    return all;
}

const KindInfo& infoOf(Kind kind) {
    // In the order of Kind.
    static constexpr KindInfo all[] = {
        {"district", "district", "district", "district", true},
        {"assumptions", "assumptions", "assumptions", "assumptions", true},
        {"head_count", "head_counts", "head count", "head counts"},
        {"site", "sites", "site", "sites"},
        {"lease", "leases", "lease", "leases"},
        {"agreement", "agreements", "agreement", "agreements"},
        {"contract_change", "contract_changes", "contract change", "contract changes"},
        {"asset_model", "asset_models", "model", "models"},
        {"cohort", "cohorts", "cohort", "cohorts"},
        {"position", "positions", "position", "positions"},
        {"incident", "incidents", "incident", "incidents"},
        {"user_group", "user_groups", "user group", "user groups"},
        {"goal", "goals", "goal", "goals"},
        {"benefit", "benefits", "benefit", "benefits"},
        {"fund", "funds", "fund", "funds"},
        {"funding_rule", "funding_rules", "funding rule", "funding rules"},
        {"account", "accounts", "account", "accounts"},
        {"budget_line", "budget_lines", "budget line", "budget lines"},
        {"closed_year", "closed_years", "closed year", "closed years"},
        {"scenario", "scenarios", "scenario", "scenarios"},
        {"adoption", "adoptions", "adopted plan", "adopted plans"},
    };
    static_assert(std::size(all) == std::size(allKinds));
    return all[std::size_t(kind)];
}

std::optional<Kind> kindFromKey(std::string_view key) {
    for (const Kind kind : allKinds)
        if (infoOf(kind).key == key) return kind;
    return {};
}

} // namespace tco
