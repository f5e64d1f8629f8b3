// SPDX-License-Identifier: Apache-2.0
#include "chromeos_cells.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

#include <fmt/format.h>

#include "cell_text.hpp"
#include "tco/base/ascii.hpp"

namespace tco::chromeos {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct Alias {
    std::string_view key;
    Column column;
};

// GAM's and the Admin SDK's names first, then the words of the Admin console and of Google's template.
constexpr Alias aliases[] = {
    {"serialnumber", Column::Serial},
    {"annotatedassetid", Column::AssetTag},
    {"assetid", Column::AssetTag},
    {"assettag", Column::AssetTag},
    {"model", Column::Model},
    {"status", Column::Status},
    {"orgunitpath", Column::OrgUnitPath},
    {"annotatedlocation", Column::Location},
    {"location", Column::Location},
    {"ordernumber", Column::OrderNumber},
    {"firstenrollmenttime", Column::FirstEnrollment},
    {"enrollmenttime", Column::FirstEnrollment},
    {"manufacturedate", Column::Manufactured},
    {"autoupdatethrough", Column::UpdateThrough},
    {"autoupdateexpiration", Column::UpdateExpiration},
    {"supportenddate", Column::SupportEnd},
    {"extendedsupporteligible", Column::ExtendedEligible},
    {"extendedsupportenabled", Column::ExtendedEnabled},
};

std::optional<Column> columnNamed(std::string_view key) {
    for (const auto& alias : aliases)
        if (alias.key == key) return alias.column;
    return {};
}

constexpr std::string_view wordsAboutPeople[] = {"user",   "mail",   "owner",    "student", "teacher", "person",
                                                 "people", "parent", "guardian", "notes",   "network", "ipaddress"};

// Names of units that group people or devices inside a school, not schools.
constexpr std::string_view groupWords[] = {"student",  "staff", "teacher", "faculty", "grade", "class",   "device",  "chromebook", "chrome os",
                                           "chromeos", "cart",  "kiosk",   "loaner",  "lab",   "testing", "managed", "one to one", "1:1"};

/// Whole words only, so that "Cartwright" is a school and "Lab 3" is not.
bool hasWord(std::string_view text, std::string_view word) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        auto end = at + word.size();
        if (text.substr(end).starts_with("es"))
            end += 2; // plural
        else if (text.substr(end).starts_with("s"))
            ++end;
        if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end]))) return true;
    }
    return false;
}

bool isGroup(std::string_view segment) {
    const auto key = nameKey(segment);
    return std::ranges::none_of(key, [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }) ||
           std::ranges::any_of(groupWords, [&](std::string_view word) { return hasWord(key, word); });
}

Expected<Date> fromMilliseconds(std::string_view text) {
    std::int64_t milliseconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), milliseconds); // at most 13 digits: it fits
    const Date date(std::chrono::sys_days(std::chrono::days(milliseconds / 86'400'000)));
    return Date::parse(date.iso()); // which knows the years that make sense
}

} // namespace

Columns::Columns(const std::vector<std::string>& header) : m_header(header) {
    for (std::size_t i = 0; i < header.size(); ++i)
        if (const auto column = columnNamed(columnKey(header[i])))
            if (auto& index = m_index[std::size_t(*column)]; !index) index = i;
}

std::string_view Columns::cell(const CsvRow& row, Column column) const {
    const auto index = m_index[std::size_t(column)];
    if (!index || *index >= row.cells.size()) return {};
    const auto text = trimmed(row.cells[*index]);
    return text == "Never" ? std::string_view() : text; // GAM's word for no time
}

std::optional<Column> Columns::firstFilled(const CsvRow& row, std::initializer_list<Column> columns) const {
    for (const auto column : columns)
        if (!cell(row, column).empty()) return column;
    return {};
}

const std::string& Columns::nameOf(Column column) const {
    assert(has(column));
    return m_header[*m_index[std::size_t(column)]];
}

std::vector<std::string> Columns::namingPeople() const {
    std::vector<std::string> names;
    for (const auto& name : m_header) {
        const auto key = columnKey(name);
        if (columnNamed(key)) continue;
        if (std::ranges::any_of(wordsAboutPeople, [&](std::string_view word) { return key.find(word) != key.npos; })) names.push_back(name);
    }
    return names;
}

bool isMangledNumber(std::string_view text) {
    const auto exponent = text.find_first_of("eE");
    if (exponent == text.npos || exponent == 0 || exponent + 2 >= text.size()) return false;
    const auto digits = text.substr(0, exponent), power = text.substr(exponent + 2);
    return (text[exponent + 1] == '+' || text[exponent + 1] == '-') && isDigit(digits.front()) &&
           std::ranges::all_of(digits, [](char c) { return isDigit(c) || c == '.' || c == ','; }) && std::ranges::all_of(power, isDigit);
}

bool isInService(std::string_view status) {
    const auto key = nameKey(status);
    return key.empty() || key == "active" || key == "provisioned";
}

bool isTrue(std::string_view text) { return nameKey(text) == "true"; }

Expected<Date> readDay(std::string_view text, Month month) {
    const bool onlyDigits = std::ranges::all_of(text, isDigit);
    if (onlyDigits && (text.size() == 12 || text.size() == 13)) return fromMilliseconds(text);
    if (text.size() == 7 && text[4] == '-') {
        const auto first = Date::parse(fmt::format("{}-01", text));
        if (first) return month == Month::FirstDay ? *first : first->endOfMonth();
        return fail(ErrorCode::InvalidInput, fmt::format("the month “{}” does not exist.", text));
    }
    if (!text.empty() && isDigit(text.front())) text = text.substr(0, text.find_first_of("T ")); // the time of day
    return Date::parse(text);
}

std::string_view siteInPath(std::string_view path, const std::function<bool(std::string_view)>& isKnownSite) {
    std::string_view named;
    while (!path.empty()) {
        const auto slash = path.rfind('/');
        const auto segment = trimmed(slash == path.npos ? path : path.substr(slash + 1));
        path = slash == path.npos ? std::string_view() : path.substr(0, slash);
        if (segment.empty()) continue;
        if (isKnownSite(segment)) return segment;
        if (named.empty() && !isGroup(segment)) named = segment;
    }
    return named;
}

} // namespace tco::chromeos
