// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the program keeps what is the user's own and belongs to no plan: the log and working copies.

#include <filesystem>

namespace tco {

/// $TCO_STATE_DIR where it is set; else the folder "district-tco" in $XDG_STATE_HOME or ~/.local/state, on macOS in
/// ~/Library/Application Support, on Windows in %LOCALAPPDATA%. It need not exist yet.
std::filesystem::path userStateFolder();

} // namespace tco
