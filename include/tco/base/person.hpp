// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who sits at this computer: the name under which edits are noted and locks are held, one for the window and the command line.

#include <string>
#include <string_view>

#include "tco/base/expected.hpp"

namespace tco {

/// The name that was entered in the settings, kept in the file "person" of the user's state folder; else that of the account.
std::string personHere();
/// Enters it; blank = that of the account again. Error: Unwritable.
[[nodiscard]] Expected<void> setPersonHere(std::string_view name);

} // namespace tco
