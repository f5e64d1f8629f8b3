// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text is UTF-8 everywhere. What comes from a file or a person is checked once, at the door.

#include <string>
#include <string_view>

namespace tco {

/// Well-formed UTF-8 without zero bytes: what can be stored, shown and exported.
bool isText(std::string_view text);

/// The same text with “?” for each byte that is none: for names of files, which some systems let be anything.
std::string readable(std::string_view text);

} // namespace tco
