// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was changed in a plan, in words: for the history, for the differences of two copies and for what a merge asks.

#include "tco/engine/explanation.hpp"
#include "tco/engine/waterfall.hpp"
#include "tco/model/history.hpp"
#include "tco/report/sections.hpp"

namespace tco {

/// Says names as the plans have them, the first one first; an item that none of them has keeps the name that the history knows. All
/// must outlive it.
class ChangeWords {
  public:
    explicit ChangeWords(std::vector<const Plan*> plans, const History* history = nullptr);

    std::string item(ItemRef item) const; ///< "Chromebook 14″"
    /// "Chromebook 14″: Price", "model “Chromebook 14″”", "In “Lease”, Chromebook 14″: Price", "Source of Chromebook 14″: Price".
    std::string entry(const PlanEntry& entry) const;
    /// The same without the item: "Price", "model", "In “Lease”: Price", "Source of Price".
    std::string part(const PlanEntry& entry) const;
    /// "$399.00", "blank"; a source in words; "–" when it is not there. Of an item "there" or "not there".
    std::string content(const PlanEntry& entry, const std::optional<EntryContent>& content) const;
    /// "Chromebook 14″: Price: $399.00 → $410.00", "model “Chromebook 14″”: added".
    std::string change(const EntryChange& change) const;

  private:
    std::vector<const Plan*> m_plans;
    std::map<ItemRef, std::string> m_formerNames;
};

/// Without the values and sources of items that come or go, whose names say enough.
std::vector<EntryChange> withoutContents(const std::vector<EntryChange>& changes);

/// Item by item, what a field was in one state and is in another. No rows where nothing differs.
Table changesTable(const std::vector<EntryChange>& changes, const ChangeWords& words, std::string from, std::string to);

/// The history as a table of plain text with the names of its columns first: one row for each change; an edit without one has a row
/// too.
std::vector<std::vector<std::string>> historyRows(const History& edits, const ChangeWords& words);

/// One end of a waterfall.
struct WaterfallEnd {
    std::string name;
    const Plan& plan;
};
/// What differs, cause by cause, and what it does to the total; no rows without a step.
Table waterfallTable(const Waterfall& waterfall, const WaterfallEnd& from, const WaterfallEnd& to);

/// Who last changed an input of a scenario. Plan and history must outlive it.
class InputEdits {
  public:
    InputEdits(const Plan& entered, ScenarioId scenario, const History& history) : m_entered(entered), m_scenario(scenario), m_edits(history) {}

    const HistoryEdit* of(const FieldRef& field) { return m_edits.of(entryBehind(m_entered, m_scenario, field)); }
    /// "quote: CDW, 2026-03; last changed by Ann Lee on Nov 27, 2026, from $389.00 (read from prices.csv)".
    std::string origin(const ExplainedInput& input);

  private:
    const Plan& m_entered; ///< with its scenarios
    ScenarioId m_scenario;
    LastEdits m_edits;
};

/// A plan at one time, or of one file, with what people call it.
struct PlanState {
    std::string name;
    Plan plan;
    std::string ofScenario = {}; ///< name of the scenario of which it is all that there is (asAdopted()); else blank
};
/// What differs entry by entry, and what it does to the total, cause by cause; one sentence where both say the same. The total is that
/// of the scenario where both plans have it, else of the plans as they are. The history knows the names of items that are gone.
std::vector<Section> changeSections(const PlanState& from, const PlanState& to, const History& history, ScenarioId scenario = {});
/// For a waterfall without a step: "Nothing of this changes what “Lease” costs."; a blank name is the plan as entered.
std::string noEffectSentence(std::string_view scenario);
/// " – scenario “Lease”", " – the plan as entered": whose totals a table tells, behind its caption.
std::string totalsOf(std::string_view scenario);

} // namespace tco
