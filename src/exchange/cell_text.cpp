// SPDX-License-Identifier: Apache-2.0
#include "cell_text.hpp"

namespace tco {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

std::string columnKey(std::string_view name) {
    std::string key;
    for (const char c : trimmed(name))
        if (c != ' ' && c != '-' && c != '_') key += lower(c);
    return key;
}

std::string nameKey(std::string_view name) {
    std::string key;
    for (const char c : trimmed(name))
        if (!isSpace(c))
            key += lower(c);
        else if (key.back() != ' ')
            key += ' ';
    return key;
}

} // namespace tco
