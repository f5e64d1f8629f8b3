// SPDX-License-Identifier: Apache-2.0
#include "tco/base/note.hpp"

#include <charconv>

#include <fmt/format.h>

namespace tco {
namespace {

/// Without line ends, which part the lines; % begins what stands for another character.
std::string escaped(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '%')
            line += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            line += c;
    }
    return line;
}

std::string unescaped(std::string_view line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        unsigned char code = 0;
        if (line[i] == '%' && i + 2 < line.size() && std::from_chars(line.data() + i + 1, line.data() + i + 3, code, 16).ptr == line.data() + i + 3) {
            text += static_cast<char>(code);
            i += 2;
        } else {
            text += line[i];
        }
    }
    return text;
}

} // namespace

std::string noteText(const NoteLines& note) {
    std::string text;
    for (const auto& [key, value] : note) text += fmt::format("{}: {}\n", key, escaped(value));
    return text;
}

NoteLines noteFromText(std::string_view text) {
    NoteLines note;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        if (const auto colon = line.find(": "); colon != line.npos) note[std::string(line.substr(0, colon))] = unescaped(line.substr(colon + 2));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return note;
}

std::string textIn(const NoteLines& note, std::string_view key) {
    const auto found = note.find(key);
    return found == note.end() ? std::string() : found->second;
}

std::int64_t numberIn(const NoteLines& note, std::string_view key) {
    const auto text = textIn(note, key);
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : 0;
}

} // namespace tco
