// SPDX-License-Identifier: Apache-2.0
#pragma once

// The Editor of a Document: checks each change and makes it in a copy of the plan. What it touched tells the
// store which rows to compare.

#include "tco/document/document.hpp"
#include "tco/storage/plan_store.hpp"

namespace tco {

class PlanEditor final : public Editor {
  public:
    PlanEditor(const Plan& before, IdSource& ids) : m_before(before), m_plan(before), m_ids(ids) {}

    const Plan& plan() const override { return m_plan; }
    Expected<void> set(ItemRef item, std::string_view field, const Value& value) override;
    Expected<ItemRef> add(Kind kind, const std::vector<std::pair<std::string_view, Value>>& fields) override;
    Expected<void> remove(ItemRef item) override;
    Expected<void> setProvenance(const FieldRef& field, const Provenance& provenance) override;
    Expected<void> clearProvenance(const FieldRef& field) override;
    Expected<void> setOverride(ScenarioId scenario, const FieldRef& field, const Value& value) override;
    Expected<void> clearOverride(ScenarioId scenario, const FieldRef& field) override;
    Expected<void> addInventory(const InventoryImport& inventory) override;
    Expected<void> addSurvey(const SurveyImport& survey) override;
    Expected<ItemRef> adopt(ScenarioId scenario, const std::vector<std::pair<std::string_view, Value>>& noted) override;
    Expected<ItemRef> close(const std::vector<std::pair<std::string_view, Value>>& noted) override;
    Expected<void> replacePlan(const Plan& plan, std::span<const AdoptedPlan> adopted, std::string_view source) override;

    /// What comes from another copy beside the plan.
    struct Brought {
        History edits;
        std::vector<StoredImport> imports; ///< devices of the cohorts that are new here
        std::vector<AdoptedPlan> adopted;
    };
    /// Takes in the plan that a merge made, and what comes with it.
    [[nodiscard]] Expected<void> takeMerged(const Plan& merged, Brought brought);

    /// Everything done so far. Refers to the editor.
    PlanChange change() const { return {m_before, m_plan, m_touched, m_imports, m_adopted, m_brought.edits, m_brought.imports}; }
    const std::string& importedFrom() const { return m_importedFrom; } ///< names of the files that were read, blank for none
    Plan takePlan() { return std::move(m_plan); }

  private:
    [[nodiscard]] Expected<ItemRef> addChecked(Kind kind, const std::vector<std::pair<std::string_view, Value>>& fields);
    void noteImport(std::string_view source) { m_importedFrom += (m_importedFrom.empty() ? "" : ", ") + std::string(source); }

    const Plan& m_before;
    Plan m_plan;
    IdSource& m_ids;
    std::set<ItemRef> m_touched;
    std::set<ItemRef> m_added; ///< in this edit: nothing locks them yet
    std::vector<InventoryImport> m_imports;
    Brought m_brought;
    std::string m_importedFrom;
    std::vector<AdoptedPlan> m_adopted;
};

} // namespace tco
