// SPDX-License-Identifier: Apache-2.0
#pragma once

// The working copy of one .tco file: rows ⇄ Plan, single devices and the undo journal. It lives in memory and
// is read from and written to the bytes of a file; docs/file-format.md describes them. Every commit is one
// transaction and one undo step. For the Document only; front ends go through that.

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/expected.hpp"
#include "tco/model/history.hpp"
#include "tco/model/inventory.hpp"

namespace tco {

/// An import that is in a file, with its devices.
struct StoredImport {
    RawId batch = 0;           ///< the same in every copy of the file
    InventoryImport inventory; ///< source, counts and devices only
};

/// What an adoption keeps.
struct AdoptedPlan {
    AdoptionId adoption;
    Plan plan;
};

/// What one edit changes. Only refers to the plans and lists.
struct PlanChange {
    const Plan& before;
    const Plan& after;
    const std::set<ItemRef>& touched;              ///< items that may differ; provenance and overrides are always compared
    std::span<const InventoryImport> imports = {}; ///< whose devices come; their items are in `after` already
    std::span<const AdoptedPlan> adopted = {};     ///< what the adoptions among the touched items keep
    // From another copy:
    std::span<const HistoryEdit> mergedEdits = {};
    std::span<const StoredImport> mergedImports = {}; ///< of cohorts that are new here
};

class PlanStore {
  public:
    /// An empty plan: a district and assumptions with their defaults.
    static PlanStore create();
    /// Reads the bytes of a .tco file; `fileName` is for the sentences. Errors: Damaged, NewerVersion.
    [[nodiscard]] static Expected<PlanStore> fromBytes(std::string_view content, std::string_view fileName);

    PlanStore(PlanStore&&) noexcept;
    PlanStore& operator=(PlanStore&&) noexcept;
    ~PlanStore();

    /// The bytes of a .tco file with everything that is in the plan now, and nothing that was removed.
    [[nodiscard]] Expected<std::string> bytes() const;
    /// The same without the names of those who made edits or noted sources.
    [[nodiscard]] Expected<std::string> bytesWithoutNames() const;
    [[nodiscard]] Expected<Plan> load() const;

    /// Records a change as one undo step and as an edit of the history, which gets its id and its changes here. Nothing changed and
    /// nothing merged = no step.
    [[nodiscard]] Expected<void> commit(HistoryEdit edit, const PlanChange& change);
    bool canUndo() const;
    bool canRedo() const;
    std::string undoName() const; ///< empty when there is nothing to undo
    std::string redoName() const;
    [[nodiscard]] Expected<void> undo();
    [[nodiscard]] Expected<void> redo();
    /// Names the present state: equal numbers, equal content. 0 = as created or read.
    std::int64_t revision() const;

    [[nodiscard]] Expected<History> history() const;
    /// What an adopted plan said. Error: NotFound when the file does not hold it.
    [[nodiscard]] Expected<Plan> adoptedPlan(AdoptionId adoption) const;
    std::vector<std::string> deviceSerials() const;       ///< sorted
    std::vector<Device> devicesOf(CohortId cohort) const; ///< by serial
    /// The imports with devices in any of these cohorts; of each, these devices.
    [[nodiscard]] Expected<std::vector<StoredImport>> importsOf(const std::set<CohortId>& cohorts) const;

  private:
    struct State;
    explicit PlanStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace tco
