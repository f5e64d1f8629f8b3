// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the text of a header or a cell is compared. Private to exchange.

#include <string>
#include <string_view>

namespace tco {

/// For comparing names of columns: case, spaces, hyphens and underscores do not matter.
std::string columnKey(std::string_view name);

/// For comparing names of items: case and repeated spaces do not matter.
std::string nameKey(std::string_view name);

} // namespace tco
