// SPDX-License-Identifier: Apache-2.0
#include "tco/report/text_measure.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tco {
namespace {

constexpr double unitsPerEm = 2048;

// Advance widths of U+0020 to U+007E in the report font, read from resources/fonts.
constexpr std::array<std::uint16_t, 95> regularAdvance{
    532,  547,  821,  1323, 1171, 1686, 1495, 453,  606,  606,  1130, 1171, 502,  659,  545,  752,  1171, 1171, 1171, 1171, 1171, 1171, 1171, 1171,
    1171, 1171, 545,  545,  1171, 1171, 1171, 879,  1841, 1296, 1327, 1292, 1493, 1139, 1057, 1491, 1511, 571,  547,  1257, 1063, 1849, 1544, 1595,
    1233, 1595, 1266, 1124, 1133, 1491, 1219, 1896, 1182, 1147, 1169, 674,  752,  674,  1110, 918,  1182, 1139, 1255, 975,  1255, 1149, 694,  1122,
    1257, 518,  518,  1075, 518,  1905, 1257, 1237, 1255, 1255, 836,  977,  723,  1257, 1026, 1593, 1073, 1032, 958,  776,  1128, 776,  1171};
constexpr std::array<std::uint16_t, 95> boldAdvance{
    532,  586,  967,  1323, 1169, 1845, 1536, 545,  694,  694,  1116, 1169, 594,  659,  584,  846,  1169, 1169, 1169, 1169, 1169, 1169, 1169, 1169,
    1169, 1169, 584,  594,  1169, 1169, 1169, 977,  1837, 1413, 1376, 1305, 1516, 1147, 1124, 1483, 1567, 678,  678,  1360, 1157, 1931, 1665, 1630,
    1286, 1630, 1352, 1128, 1186, 1548, 1331, 1980, 1366, 1278, 1186, 678,  846,  678,  1090, 842,  1243, 1237, 1296, 1053, 1296, 1210, 793,  1157,
    1346, 625,  625,  1270, 625,  2011, 1346, 1268, 1296, 1296, 930,  1018, 889,  1346, 1165, 1753, 1184, 1165, 999,  807,  1128, 807,  1169};
/// As wide as the widest letter of the Latin, Greek and Cyrillic ranges, but for a handful.
constexpr std::uint16_t otherAdvance = 1760;

std::uint16_t advanceOf(std::string_view character, bool bold) {
    const auto& advances = bold ? boldAdvance : regularAdvance;
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return first >= 32 && first < 127 ? advances[first - 32] : 0;
    if (character == "–" || character == "−" || character == "×" || character == "″") return 1171;
    if (character == "“" || character == "”") return 911;
    if (character == "’" || character == "·") return 600;
    return character.size() >= 3 && character != "…" ? std::uint16_t(unitsPerEm) : otherAdvance; // wide scripts, emoji
}

} // namespace

std::size_t characterLength(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    return length;
}

double textWidth(std::string_view text, double fontSize, bool bold) {
    double units = 0;
    while (!text.empty()) {
        const auto length = characterLength(text);
        units += advanceOf(text.substr(0, length), bold);
        text.remove_prefix(length);
    }
    return units / unitsPerEm * fontSize;
}

std::string elided(std::string_view text, double width, double fontSize, bool bold) {
    if (textWidth(text, fontSize, bold) <= width) return std::string(text);
    const double room = width - textWidth("…", fontSize, bold);
    if (room < 0) return {};
    std::size_t end = 0;
    while (end < text.size()) {
        const auto next = end + characterLength(text.substr(end));
        if (textWidth(text.substr(0, next), fontSize, bold) > room) break;
        end = next;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return end ? std::string(text.substr(0, end)) + "…" : std::string();
}

std::vector<std::string> wrapped(std::string_view text, double width, double fontSize, bool bold, std::size_t mostLines) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty() && lines.size() < mostLines) {
        const auto space = std::min(text.find(' '), text.size());
        const auto longer = line.empty() ? std::string(text.substr(0, space)) : line + " " + std::string(text.substr(0, space));
        if (line.empty() || textWidth(longer, fontSize, bold) <= width) {
            line = longer;
            text.remove_prefix(std::min(space + 1, text.size()));
        } else if (lines.size() + 1 == mostLines) {
            line += " " + std::string(text); // elided below
            text = {};
        } else {
            lines.push_back(std::move(line));
            line.clear();
        }
    }
    if (!line.empty() && lines.size() < mostLines) lines.push_back(std::move(line));
    for (auto& each : lines) each = elided(each, width, fontSize, bold);
    std::erase(lines, std::string());
    return lines;
}

} // namespace tco
