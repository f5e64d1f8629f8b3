// SPDX-License-Identifier: Apache-2.0
#pragma once

// The working copy of one .tco file: rows ⇄ Plan, single devices and the undo journal. It lives in memory, or in a file
// of its own that outlives a crash; docs/file-format.md describes both. Every commit is one transaction and one undo
// step. For the Document only; front ends go through that.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/expected.hpp"
#include "tco/base/finding.hpp"
#include "tco/model/history.hpp"
#include "tco/model/inventory.hpp"

namespace tco {

/// An import that is in a file, with its devices.
struct StoredImport {
    RawId batch = 0;           ///< the same in every copy of the file
    InventoryImport inventory; ///< source, counts and devices only
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

/// An edit that was made in a working copy.
struct LoggedEdit {
    std::string name; ///< "Change price"
    std::string made; ///< local time, "2026-11-27 09:12:30"
};

class PlanStore {
  public:
    /// An empty plan: a district and assumptions with their defaults. In memory.
    static PlanStore create();
    /// The same in a new file. Error: Unwritable.
    [[nodiscard]] static Expected<PlanStore> createIn(const std::filesystem::path& workingCopy);
    /// Reads the bytes of a .tco file into memory; `fileName` is for the sentences. Of a file of a newer version (see versionOf()) the store holds
    /// what this version knows, to be looked at and not saved. Errors: Damaged, NewerVersion.
    [[nodiscard]] static Expected<PlanStore> fromBytes(std::string_view content, std::string_view fileName);
    /// Takes over a copy of the .tco file `fileName`; edits go to it. Errors: Damaged, NewerVersion, Unwritable.
    [[nodiscard]] static Expected<PlanStore> fromCopy(const std::filesystem::path& workingCopy, std::string_view fileName);
    /// Reads what can be read of a file that does not open, row by row, into memory. `lost` tells what is missing: counts, and names where
    /// they are known. Nothing of the file is run. Error: Damaged when there is no plan in it.
    [[nodiscard]] static Expected<PlanStore> salvage(std::string_view content, std::string_view fileName, Findings& lost);
    /// Opens a working copy that a crash left behind; there is nothing to undo in it. Errors: Damaged; InUse while another process has it.
    [[nodiscard]] static Expected<PlanStore> recover(const std::filesystem::path& workingCopy);

    PlanStore(PlanStore&&) noexcept;
    PlanStore& operator=(PlanStore&&) noexcept;
    ~PlanStore();

    /// Makes `file` a .tco file with everything that is in the plan now, and nothing that was removed; it is not flushed to the disk.
    /// Error: Unwritable, which names `fileName`.
    [[nodiscard]] Expected<void> writeTo(const std::filesystem::path& file, std::string_view fileName) const;
    /// The same without the names of those who made edits or noted sources.
    [[nodiscard]] Expected<void> writeWithoutNamesTo(const std::filesystem::path& file, std::string_view fileName) const;
    static int currentVersion(); ///< of the schema; writeTo() writes it
    /// Schema version that the header of a file names; 0 when it is not a .tco file.
    static int versionOf(const std::filesystem::path& file);
    /// What a file of this older version gains when it is brought up to date, in words that follow “it also keeps”.
    static std::string whatIsNewSince(int version);
    std::int64_t lastEdit() const; ///< number of the last edit, undo or redo in this working copy; 0 = none
    std::vector<LoggedEdit> editsSince(std::int64_t number) const;
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
    template <class Open> [[nodiscard]] static auto opened(std::string_view fileName, Open open) -> Expected<PlanStore>;
    std::unique_ptr<State> m_state;
};

} // namespace tco
