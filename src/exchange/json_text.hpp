// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON text in and out, stricter than the library's own reader: a key that appears twice, or nesting that
// no file of ours has, is an Error, so that nothing is silently lost. Private to exchange.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "tco/base/expected.hpp"

namespace tco {

/// Error InvalidInput names `source` and the line or the place.
[[nodiscard]] Expected<nlohmann::json> parseStrictJson(std::string_view text, std::string_view source);

/// Two spaces of indent, UTF-8, a final newline.
std::string jsonText(const nlohmann::ordered_json& value);

/// The number when it is a whole one that fits in 64 bits; not for 1.0.
std::optional<std::int64_t> wholeNumber(const nlohmann::json& value);

/// "the number 5", "“abc”", "a list" …, for sentences.
std::string describe(const nlohmann::json& value);

} // namespace tco
