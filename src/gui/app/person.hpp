// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who works here: under this name sources and edits are noted.

#include <string>

class QString;

namespace tco {

/// As it was set here, else as the system calls them; blank where neither is known.
std::string personHere();
/// For all files from now on; blank = as the system calls them.
void setPersonHere(const QString& name);

} // namespace tco
