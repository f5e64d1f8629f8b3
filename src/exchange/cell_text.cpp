// SPDX-License-Identifier: Apache-2.0
#include "cell_text.hpp"

#include "tco/base/ascii.hpp"

namespace tco {

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
