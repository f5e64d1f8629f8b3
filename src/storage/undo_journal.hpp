// SPDX-License-Identifier: Apache-2.0
#pragma once

// Undo without hand-written inverses: temporary triggers, generated from the schema, note the inverse SQL of
// every change of a row. A step is the list of these statements; playing it records the step back.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite.hpp"

namespace tco::sqlite {

class UndoJournal {
  public:
    /// The connection must outlive the journal.
    explicit UndoJournal(Connection& connection) : m_connection(connection) {}

    /// Watches every table from now on except dependent ones (schema.hpp) and the log of edits. Not needed for who only reads, for
    /// whom it would take longer than the rest. A second call does nothing.
    void start();
    bool hasNoted() const; ///< something changed since the last call of takeNoted()
    /// The statements noted since the last call, last first. Call inside the transaction that made the change.
    std::vector<std::string> takeNoted();
    void push(std::string_view name, std::vector<std::string> inverse); ///< what could be redone is forgotten

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    std::string undoName() const { return m_done.empty() ? std::string() : m_done.back().name; }
    std::string redoName() const { return m_undone.empty() ? std::string() : m_undone.back().name; }
    /// `note` runs in the same transaction.
    void undo(const std::function<void()>& note) { play(m_done, m_undone, note); }
    void redo(const std::function<void()>& note) { play(m_undone, m_done, note); }
    std::int64_t revision() const { return m_done.empty() ? 0 : m_done.back().revision; }

  private:
    struct Step {
        std::string name;
        std::int64_t revision = 0; ///< of the state after the step was done
        std::vector<std::string> statements;
    };

    void watch(const std::string& table);
    void play(std::vector<Step>& from, std::vector<Step>& to, const std::function<void()>& note);

    Connection& m_connection;
    std::vector<Step> m_done, m_undone;
    std::int64_t m_lastRevision = 0;
    bool m_isWatching = false;
};

} // namespace tco::sqlite
