// SPDX-License-Identifier: Apache-2.0
#include "tco/base/utf8.hpp"

namespace tco {
namespace {

/// Length of the well-formed sequence at the start of `text` (Unicode 15, table 3-7); 0 when there is none.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto isTail = [&](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
    const unsigned first = byte(0), second = byte(1);
    if (first == 0) return 0;
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return isTail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return isTail(1) && isTail(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool beyondUnicode = first == 0xF4 && second > 0x8F;
        return isTail(1) && isTail(2) && isTail(3) && !overlong && !beyondUnicode ? 4 : 0;
    }
    return 0;
}

} // namespace

bool isText(std::string_view text) {
    while (!text.empty()) {
        const auto length = sequenceLength(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string readable(std::string_view text) {
    std::string clean;
    while (!text.empty()) {
        const auto length = sequenceLength(text);
        clean += length ? text.substr(0, length) : "?";
        text.remove_prefix(length ? length : 1);
    }
    return clean;
}

} // namespace tco
