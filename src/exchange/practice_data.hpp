// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files of resources/data as part of the library. Private to exchange.

#include <span>
#include <string_view>

namespace tco {

struct DataFile {
    std::string_view name, text;
};

extern const DataFile accountCodesFile;
std::span<const DataFile> practiceFiles(); ///< by name

} // namespace tco
