// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a Chromebook inventory as `gam print cros` writes it (docs/import-chromeos.md). Devices become
// cohorts by model, site and fiscal year of service. Columns that name people are dropped unread.

#include <string_view>
#include <vector>

#include "tco/base/id.hpp"
#include "tco/model/inventory.hpp"

namespace tco {

/// `knownSerials` sorted. Faulty rows are refused one by one with a finding that names the line and the
/// cell; only a file that is no such inventory at all is an Error. New items take ids from `ids`.
[[nodiscard]] Expected<InventoryImport> readChromeosInventory(std::string_view csv, std::string_view sourceName, const Plan& plan,
                                                              const std::vector<std::string>& knownSerials, IdSource& ids);

} // namespace tco
