// SPDX-License-Identifier: Apache-2.0
#pragma once

// `tco lease gasb`, one of the lease tools; in a file of its own because it asks for more than the others.

#include "command.hpp"

namespace tco::cli {

/// Adds it to the subcommand `lease`.
void addLeaseGasb(CLI::App& lease, Action& chosen);

} // namespace tco::cli
