// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small notes that programs leave for each other: text lines "key: value". A value may hold any characters. A note that somebody
// else wrote may lack keys or hold nonsense; the reader checks what it takes out.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace tco {

using NoteLines = std::map<std::string, std::string, std::less<>>;

std::string noteText(const NoteLines& note);
NoteLines noteFromText(std::string_view text);

/// The value of a key; "" when it is not there.
std::string textIn(const NoteLines& note, std::string_view key);
/// A whole number written with std::to_string(); 0 when it is not there or none.
std::int64_t numberIn(const NoteLines& note, std::string_view key);

} // namespace tco
