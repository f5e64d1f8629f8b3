// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Document is one open .tco file: the door to plans for both front ends. Every change is
// edit("Change price", fn): one transaction, one undo step. Nothing changed = no step; a failed edit leaves
// everything as it was. Edits go to a working copy; save() replaces the file atomically and keeps dated copies of the old one.
// With recovery the working copy outlives a crash of the program (tco/document/recovery.hpp).

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/clock.hpp"
#include "tco/base/expected.hpp"
#include "tco/base/finding.hpp"
#include "tco/document/recovery.hpp"
#include "tco/model/history.hpp"
#include "tco/model/inventory.hpp"
#include "tco/model/survey.hpp"

namespace tco {

class PlanEditor;
class PlanStore;

/// The changes that one edit can make. Only valid inside Document::edit().
class Editor {
  public:
    virtual ~Editor() = default;

    virtual const Plan& plan() const = 0; ///< with the changes made so far

    /// Sets a field after checking type, limits and references.
    [[nodiscard]] virtual Expected<void> set(ItemRef item, std::string_view field, const Value& value) = 0;
    /// Adds an item; fields that are not given keep their defaults.
    [[nodiscard]] virtual Expected<ItemRef> add(Kind kind, const std::vector<std::pair<std::string_view, Value>>& fields) = 0;
    /// Removes an item. Error Conflict, naming the users, while others refer to it.
    [[nodiscard]] virtual Expected<void> remove(ItemRef item) = 0;
    [[nodiscard]] virtual Expected<void> setProvenance(const FieldRef& field, const Provenance& provenance) = 0;
    [[nodiscard]] virtual Expected<void> clearProvenance(const FieldRef& field) = 0;
    /// What a scenario says instead of the plan.
    [[nodiscard]] virtual Expected<void> setOverride(ScenarioId scenario, const FieldRef& field, const Value& value) = 0;
    [[nodiscard]] virtual Expected<void> clearOverride(ScenarioId scenario, const FieldRef& field) = 0;
    /// Adds an inventory: its sites, models, cohorts and devices.
    [[nodiscard]] virtual Expected<void> addInventory(const InventoryImport& inventory) = 0;
    /// Enters the means of a survey, each with its source.
    [[nodiscard]] virtual Expected<void> addSurvey(const SurveyImport& survey) = 0;
    /// Keeps what a scenario says now under a name; `noted` are the fields of the adoption. Later changes do not reach it.
    [[nodiscard]] virtual Expected<ItemRef> adopt(ScenarioId scenario, const std::vector<std::pair<std::string_view, Value>>& noted) = 0;
    /// Closes a fiscal year, with the fields that tell when, by whom and at what cost (closeYear() in milestones.hpp finds them).
    [[nodiscard]] virtual Expected<ItemRef> close(const std::vector<std::pair<std::string_view, Value>>& noted) = 0;
    /// Replaces the whole plan (import of plan.json, read from `source`), with what its adoptions keep where they are new here. Devices stay where
    /// their cohort does. Error Conflict when the new plan would change what is adopted or closed.
    [[nodiscard]] virtual Expected<void> replacePlan(const Plan& plan, std::span<const AdoptedPlan> adopted = {}, std::string_view source = {}) = 0;
};

/// How a document is opened. The defaults suit a program that only reads.
struct DocumentOptions {
    bool readOnly = false; ///< edit() and save() refuse; saveAs() makes a document that can be edited
    bool locking = false;  ///< takes a lock beside the file, unless it is read-only, so that others see who has it
    bool recovery = false; ///< the working copy lies in the user's state folder and outlives a crash; else it is in memory
    int backups = 10;      ///< dated copies that save() keeps beside the file, one a day; 0 = none
    std::string user;      ///< for the lock and the history; empty = the name of the account
};

class Document {
  public:
    /// A new plan without a file: no items; the caller sets the first year.
    static Document create(const DocumentOptions& options = {});
    /// Opens a file. One of a newer version is read-only, where this version can tell what it holds. Errors: NotFound, Unreadable, Damaged, NewerVersion, InUse
    /// (only with locking); each names the file.
    [[nodiscard]] static Expected<Document> open(const std::filesystem::path& path, const DocumentOptions& options = {});
    /// Goes on with what a crash left behind: a modified document of its file, with nothing to undo. save() refuses
    /// as usual when somebody else changed the file meanwhile. Errors: Damaged, InUse.
    [[nodiscard]] static Expected<Document> recover(const LeftBehind& left, const DocumentOptions& options);

    /// A new document without a file, with what can be read of a file that does not open; the file is left alone. `lost` tells what is
    /// missing. Errors: NotFound, Unreadable, Damaged when there is no plan in it.
    [[nodiscard]] static Expected<Document> salvage(const std::filesystem::path& path, Findings& lost);

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    const Plan& plan() const;
    /// The same plan for other threads; later edits do not change it.
    std::shared_ptr<const Plan> snapshot() const;

    /// Who edits from now on, for the history, when it is another one than DocumentOptions::user; blank = not told.
    void setAuthor(std::string name);
    /// When edits are made; by default by this computer's clock.
    void setClock(Clock clock);
    /// Every edit that is in the plan, the latest last.
    [[nodiscard]] Expected<History> history() const;

    [[nodiscard]] Expected<void> edit(std::string_view name, const std::function<Expected<void>(Editor&)>& change);
    /// Takes in another copy as one step, Merge “copy.tco”: the plan that a merge with it made (merge_copies.hpp), its edits that this
    /// history does not know, and the devices of cohorts that are new here.
    [[nodiscard]] Expected<void> merge(const Document& copy, const Plan& merged);
    bool canUndo() const;
    bool canRedo() const;
    std::string undoName() const; ///< "Change price"; empty when there is nothing to undo
    std::string redoName() const;
    [[nodiscard]] Expected<void> undo();
    [[nodiscard]] Expected<void> redo();

    const std::filesystem::path& path() const; ///< empty for a new plan
    bool isModified() const;                   ///< differs from the file
    [[nodiscard]] Expected<void> save();       ///< Error: Unwritable; the file is then as it was
    [[nodiscard]] Expected<void> saveAs(const std::filesystem::path& path);
    /// Writes a copy that names no author, neither of an edit nor of a source; the document stays with its own file.
    [[nodiscard]] Expected<void> saveCopyWithoutNames(const std::filesystem::path& path) const;
    const std::string& author() const; ///< of the edits to come; blank = not known
    bool isReadOnly() const { return !readOnlyReason().empty(); }
    bool isOfNewerVersion() const;             ///< a newer program wrote the file: it is read-only for good
    const std::string& readOnlyReason() const; ///< a sentence; empty when the plan can be edited
    /// What opening or the last save could not do beside its task: keep a backup, write a lock, prepare for a crash. And what it did to
    /// a file of an older version.
    const Findings& notices() const;

    /// What an adopted plan said, as entered then with its scenario in it. Errors: NotFound, Damaged.
    [[nodiscard]] Expected<Plan> adoptedPlan(AdoptionId adoption) const;
    /// The same for all adoptions of the plan whose plan the file holds. Error: Damaged.
    [[nodiscard]] Expected<std::vector<AdoptedPlan>> adoptedPlans() const;
    /// Serial numbers of the single devices in the plan, sorted.
    std::vector<std::string> deviceSerials() const;
    /// The single devices behind a cohort, by serial.
    std::vector<Device> devicesOf(CohortId cohort) const;

  private:
    struct State;
    explicit Document(std::unique_ptr<State> state);
    [[nodiscard]] Expected<void> record(std::string_view name, PlanEditor& editor);
    std::unique_ptr<State> m_state;
};

} // namespace tco
