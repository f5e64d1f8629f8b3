// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a crash left behind: working copies whose program is gone, with edits that no file has. Ask leftBehind() when the
// program starts, and offer what it finds: Document::recover() goes on with one, discard() removes it. The plan's
// file itself always opens in the state that was saved last.

#include <filesystem>
#include <string>
#include <vector>

#include "tco/base/expected.hpp"

namespace tco {

struct LeftBehind {
    std::filesystem::path workingCopy; ///< names it for recover() and discard()
    std::filesystem::path planFile;    ///< empty for a new plan that was never saved
    std::vector<std::string> edits;    ///< names of the edits that were not saved, oldest first: "Change price", "Undo: Change price"
    std::string lastEdited;            ///< local time of the last one, "2026-11-27 09:12:30"
    std::string fault;                 ///< not empty: a sentence why it cannot be recovered; the rest is then unknown
};

/// Removes without a word what holds no unsaved edits; leaves alone what another process uses.
std::vector<LeftBehind> leftBehind();

/// Removes it for good. Error: InUse when another process went on with it.
[[nodiscard]] Expected<void> discard(const LeftBehind& left);

} // namespace tco
