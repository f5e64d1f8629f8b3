// SPDX-License-Identifier: Apache-2.0
#pragma once

// White space and case of ASCII letters, whatever the locale; other characters stay as they are.

#include <string>
#include <string_view>

namespace tco {

inline bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Without white space around it.
std::string_view trimmed(std::string_view text);

/// For comparing words whatever their case.
std::string lowerCase(std::string_view text);

} // namespace tco
