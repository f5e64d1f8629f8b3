// SPDX-License-Identifier: Apache-2.0
#pragma once

// The desktop program's one door to the core: the open document, the scenarios in view and their results.
// Every change goes through edit(); afterwards changed() tells every page to look again. Calculations are
// made when they are first asked for and kept until the next change; they are immutable and shared.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>

#include "gui/app/job.hpp"
#include "tco/document/document.hpp"
#include "tco/engine/comparison.hpp"

namespace tco {

/// A document that a person edits: others see who has it, and a crash loses nothing.
DocumentOptions editingOptions();

class Session : public QObject {
    Q_OBJECT
  public:
    explicit Session(QObject* parent = nullptr);

    // --- The document ---
    /// False until a file is opened or a district is created.
    bool hasDocument() const { return m_hasDocument; }
    const Plan& plan() const { return m_document.plan(); }
    std::shared_ptr<const Plan> snapshot() const { return m_document.snapshot(); }
    const Document& document() const { return m_document; }

    /// Error InUse when somebody else has the file open for editing; it still opens read-only. What cannot be opened leaves the open
    /// document as it is.
    [[nodiscard]] Expected<void> open(const std::filesystem::path& path, bool readOnly = false);
    /// Goes on with edits that a crash left behind, also of the file that is open; what is not saved in that is given up.
    [[nodiscard]] Expected<void> recover(const LeftBehind& left);
    /// Takes in another copy as one edit (merge_copies.hpp).
    [[nodiscard]] Expected<void> merge(const Document& copy, const Plan& merged);
    void adopt(Document document); ///< shows a document made elsewhere (new district)
    [[nodiscard]] Expected<void> save();
    [[nodiscard]] Expected<void> saveAs(const std::filesystem::path& path);
    QString fileName() const; ///< without folder; "Untitled.tco" for a new plan
    bool isModified() const { return m_document.isModified(); }
    /// What is in the file's history, and the edits since; empty where it cannot be read. Kept until the next change.
    const History& history() const;
    const Error* historyError() const; ///< why the history cannot be read; null where it can
    /// Edits from now on are noted under this name.
    void setPerson(const QString& name);
    QDateTime savedAt() const { return m_savedAt; } ///< last save in this session; null before

    // --- Editing ---
    [[nodiscard]] Expected<void> edit(const QString& name, const std::function<Expected<void>(Editor&)>& change);
    /// Sets one field of the plan, for all scenarios: "Change price".
    [[nodiscard]] Expected<void> setField(ItemRef item, const Field& field, const Value& value);
    /// Sets one field for one scenario only.
    [[nodiscard]] Expected<void> setOverride(ScenarioId scenario, ItemRef item, const Field& field, const Value& value);
    [[nodiscard]] Expected<void> clearOverride(ScenarioId scenario, ItemRef item, const Field& field);
    [[nodiscard]] Expected<void> undo();
    [[nodiscard]] Expected<void> redo();

    // --- Scenarios in view ---
    ScenarioId shown() const { return m_shown; }                       ///< none = the plan as entered
    std::optional<ScenarioId> compared() const { return m_compared; }  ///< nothing = compared with none
    const std::vector<ScenarioId>& chosen() const { return m_chosen; } ///< of the page Compare, in its order
    void setShown(ScenarioId scenario);
    void setCompared(std::optional<ScenarioId> scenario);
    void setChosen(std::vector<ScenarioId> scenarios);
    QString scenarioName(ScenarioId scenario) const;
    /// What the shown scenario says instead of the plan, itself or one it is based on; nothing = nothing.
    std::optional<Value> overrideOf(ItemRef item, std::string_view field) const;

    // --- Results ---
    std::shared_ptr<const Calculation> calculation(ScenarioId scenario) const;
    std::shared_ptr<const Calculation> calculation() const { return calculation(m_shown); }
    /// The compared scenario, where there is one, then the shown one: the last entry is the shown one.
    const Comparison& view() const;
    const ComparedScenario& shownResult() const { return view().scenarios.back(); }
    const ComparedScenario* comparedResult() const { return view().scenarios.size() > 1 ? &view().scenarios.front() : nullptr; }
    /// The scenarios chosen on the page Compare.
    const Comparison& comparison() const;
    /// Of the entries and of the shown scenario's calculation, books, funds and accounts, most severe first. What the books, funds
    /// and accounts show is looked for on another thread after each change; findingsChanged() follows where it is something else.
    Findings findings() const;

  signals:
    void documentReplaced(); ///< another document is open; changed() follows
    void changed();          ///< the plan, a scenario in view or a result changed
    void findingsChanged();  ///< after changed(), by itself
    void fileStateChanged(); ///< modified or saved

  private:
    void replaceDocument(Document document);
    /// The same with what `make` opens of a file, which may be the file of the open document: its lock is let go for that.
    [[nodiscard]] Expected<void> replaceWithFile(const std::filesystem::path& file, const std::function<Expected<Document>()>& make);
    void openAgain(const std::filesystem::path& file);
    void chooseDefaults();
    void keepScenariosValid();
    void recalculate();
    void checkBooks();
    [[nodiscard]] Expected<void> finish(Expected<void> result);

    Document m_document;
    bool m_hasDocument = false;
    QDateTime m_savedAt;
    ScenarioId m_shown;
    std::optional<ScenarioId> m_compared;
    std::vector<ScenarioId> m_chosen;

    mutable std::map<ScenarioId, std::shared_ptr<const Calculation>> m_calculations;
    mutable std::map<ScenarioId, std::shared_ptr<const Calculation>> m_outdated; ///< of the plan before the last edit, to start from
    mutable std::optional<Comparison> m_view, m_comparison;
    mutable std::optional<Expected<History>> m_history;
    Findings m_bookFindings; ///< of the calculation last checked
    JobHandle m_bookJob;
};

} // namespace tco
