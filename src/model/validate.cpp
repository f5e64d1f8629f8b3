// SPDX-License-Identifier: Apache-2.0

// Checks of what was entered. What only shows when costs are calculated (a device kept past its
// support) is found by the rules.

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "tco/model/lease_terms.hpp"
#include "tco/model/plan.hpp"

namespace tco {
namespace {

class Checker {
  public:
    explicit Checker(const Plan& plan) : m_plan(plan) {}

    Findings run() {
        fieldsAndReferences();
        names();
        headCounts();
        leases();
        acquisitions();
        positions();
        scenarios();
        overrides();
        assumptions();
        std::ranges::stable_sort(m_findings, std::greater{}, &Finding::severity);
        return std::move(m_findings);
    }

  private:
    void add(Severity severity, std::string_view code, std::string message, std::string where = {}) {
        m_findings.push_back({severity, code, std::move(message), std::move(where)});
    }

    std::string placeOf(ItemRef item) const { return fmt::format("{} “{}”", infoOf(item.kind).singular, nameOf(m_plan, item)); }

    void fieldsAndReferences() {
        for (const Kind kind : allKinds)
            for (const auto item : itemsOf(m_plan, kind))
                for (const auto& field : fieldsOf(kind)) {
                    const auto value = valueOf(m_plan, item, field.key);
                    if (auto checked = checkValue(field, value); !checked)
                        add(Severity::Error, "value_out_of_range", fmt::format("{}: {}", nameOf(m_plan, item), checked.error().message), placeOf(item));
                    if (field.type == FieldType::Reference && !isBlank(value) && !contains(m_plan, {field.target, std::get<Link>(value).id}))
                        add(Severity::Error, "missing_reference",
                            fmt::format("{}: the {} it refers to is not in the plan; choose another.", nameOf(m_plan, item), infoOf(field.target).singular),
                            placeOf(item));
                }
    }

    void names() {
        for (const Kind kind : {Kind::Site, Kind::Lease, Kind::AssetModel, Kind::Scenario}) {
            std::map<std::string, int> uses;
            for (const auto item : itemsOf(m_plan, kind)) ++uses[nameOf(m_plan, item)];
            for (const auto& [name, count] : uses)
                if (count > 1)
                    add(Severity::Warning, "duplicate_name", fmt::format("{} {} are named “{}”; give each its own name.", count, infoOf(kind).plural, name));
        }
    }

    void headCounts() {
        std::set<int> years;
        bool beforeOrAtStart = false;
        for (const auto& entry : m_plan.headCounts) {
            if (!years.insert(entry.fiscalYear).second)
                add(Severity::Error, "duplicate_year", fmt::format("There are two head counts from FY{}; remove one.", entry.fiscalYear));
            beforeOrAtStart |= entry.fiscalYear <= m_plan.district.firstYear && entry.students > 0;
        }
        if (!beforeOrAtStart) add(Severity::Note, "no_students", "Enter the number of students from the first plan year to see costs per student.");
    }

    void leases() {
        for (const auto& lease : m_plan.leases) {
            const ItemRef item{Kind::Lease, lease.id.value};
            if (const auto what = missingPrice(lease); !what.empty())
                add(Severity::Error, "lease_without_price", fmt::format("{}: enter the {} of this lease.", lease.name, what), placeOf(item));
            if (!hasPaymentFrequency(lease))
                add(Severity::Error, "payments_per_year", fmt::format("{}: payments per year must be 1, 2, 4 or 12.", lease.name), placeOf(item));
        }
    }

    void acquisitions() {
        for (const auto& model : m_plan.assetModels)
            if (model.acquisition == Acquisition::Lease && !model.lease)
                add(Severity::Error, "lease_without_terms", fmt::format("{}: it is leased, but no lease terms are chosen.", model.name),
                    placeOf({Kind::AssetModel, model.id.value}));
        for (const auto& cohort : m_plan.cohorts) {
            const ItemRef item{Kind::Cohort, cohort.id.value};
            if (cohort.acquisition == CohortAcquisition::Lease && !cohort.lease)
                add(Severity::Error, "lease_without_terms", fmt::format("{}: it is leased, but no lease terms are chosen.", nameOf(m_plan, item)),
                    placeOf(item));
        }
    }

    void positions() {
        for (const auto& position : m_plan.positions)
            if (position.start && position.end && *position.end < *position.start)
                add(Severity::Error, "ends_before_start", fmt::format("{}: the last day is before the first day.", position.title),
                    placeOf({Kind::Position, position.id.value}));
    }

    void scenarios() {
        for (const auto& scenario : m_plan.scenarios) {
            std::set<ScenarioId> seen;
            for (const Scenario* at = &scenario; at; at = findById(m_plan.scenarios, at->parent))
                if (!seen.insert(at->id).second) {
                    add(Severity::Error, "circular_scenario",
                        fmt::format("{}: it is based on itself through “{}”; choose another scenario it is based on.", scenario.name, at->name),
                        placeOf({Kind::Scenario, scenario.id.value}));
                    break;
                }
        }
    }

    void overrides() {
        for (const auto& [where, value] : m_plan.overrides) {
            const auto& [scenario, target] = where;
            const auto scenarioName = nameOf(m_plan, {Kind::Scenario, scenario.value});
            const auto* field = findField(target.item.kind, target.field);
            if (!contains(m_plan, target.item) || !field) {
                add(Severity::Warning, "override_without_item", fmt::format("Scenario “{}” changes something that is no longer in the plan.", scenarioName));
                continue;
            }
            if (auto checked = checkValue(*field, value); !checked)
                add(Severity::Error, "value_out_of_range",
                    fmt::format("Scenario “{}”, {}: {}", scenarioName, nameOf(m_plan, target.item), checked.error().message));
            if (field->type == FieldType::Reference && !isBlank(value) && !contains(m_plan, {field->target, std::get<Link>(value).id}))
                add(Severity::Error, "missing_reference",
                    fmt::format("Scenario “{}”, {}: the {} it names is not in the plan.", scenarioName, nameOf(m_plan, target.item),
                                infoOf(field->target).singular));
        }
    }

    void assumptions() {
        if (!m_plan.assumptions.discountRate)
            add(Severity::Warning, "no_discount_rate", "No discount rate is entered: present values are shown as if money cost nothing.");
    }

    const Plan& m_plan;
    Findings m_findings;
};

} // namespace

Findings validate(const Plan& plan) { return Checker(plan).run(); }

} // namespace tco
