// SPDX-License-Identifier: Apache-2.0
#pragma once

// The file in the user's state folder that holds the working copy of an open plan, and the note beside it: whose it is, which
// file it belongs to, and which of its edits that file has. Both go when the plan is closed; what a crash leaves is found again
// by its note.

#include <filesystem>
#include <optional>
#include <vector>

#include "tco/base/expected.hpp"
#include "tco/base/file.hpp"
#include "tco/base/presence.hpp"

namespace tco {

/// A state of the plan in a file.
struct SavedState {
    std::filesystem::path file; ///< absolute; empty for a new plan that was never saved
    FileStamp stamp;
    std::int64_t edit = 0; ///< number of the last edit that is in it
};

struct WorkingNote {
    Presence owner;
    bool ready = false; ///< the working copy is whole and can hold edits
    SavedState saved;
    std::optional<SavedState> saving; ///< what a save was about to put in place; a crash may come before or after
};

class WorkingCopy {
  public:
    /// Makes the folder and the note; the file is the caller's to fill. Error: Unwritable.
    [[nodiscard]] static Expected<WorkingCopy> begin(Presence owner);
    /// Goes on with one that was left behind.
    static WorkingCopy takeOver(std::filesystem::path file, WorkingNote note);

    WorkingCopy(WorkingCopy&& other) noexcept : m_file(std::exchange(other.m_file, {})), m_note(std::move(other.m_note)) {}
    WorkingCopy& operator=(WorkingCopy&& other) noexcept;
    /// Removes the file and its note. The database must be closed before.
    ~WorkingCopy();

    const std::filesystem::path& file() const { return m_file; }
    /// The note can be missed: without it a crash costs a question more, never an edit. So a fault only goes to the log.
    void noteSaved(SavedState state);
    void noteSaving(SavedState state);
    void noteOwner(Presence owner);

  private:
    explicit WorkingCopy(std::filesystem::path file, WorkingNote note) : m_file(std::move(file)), m_note(std::move(note)) {}
    [[nodiscard]] Expected<void> writeNote() const;
    void tryNote() const;

    std::filesystem::path m_file; ///< empty when moved from
    WorkingNote m_note;
};

/// The state that the plan's file has, as far as the note and the file tell.
SavedState lastSaved(const WorkingNote& note);

/// The files of all working copies that have a note.
std::vector<std::filesystem::path> allWorkingCopies();
/// Nothing when the note is gone or makes no sense.
std::optional<WorkingNote> noteOf(const std::filesystem::path& workingCopy);
void removeWorkingCopy(const std::filesystem::path& workingCopy);

} // namespace tco
