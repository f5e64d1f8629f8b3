// SPDX-License-Identifier: Apache-2.0
#include "tco/exchange/csv.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/base/utf8.hpp"

namespace tco {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

tl::unexpected<Error> atLine(std::string_view source, std::int64_t line, std::string_view sentence) {
    return fail(ErrorCode::InvalidInput, fmt::format("{}, line {}: {}", source, line, sentence));
}

/// 0 = all lines are text.
std::int64_t firstLineThatIsNotText(std::string_view text) {
    if (isText(text)) return 0;
    for (std::int64_t line = 1;; ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        if (!isText(text.substr(0, end)) || end == text.size()) return line;
        text.remove_prefix(end + 1);
    }
}

/// The one that stands most often in the header line outside quotes; a comma when there is none.
char findDelimiter(std::string_view text) {
    constexpr std::string_view candidates = ",;\t";
    std::ptrdiff_t counts[candidates.size()] = {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (const auto at = candidates.find(c); at != candidates.npos) ++counts[at];
    }
    return candidates[std::size_t(std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts))];
}

class Reader {
  public:
    Reader(std::string_view text, std::string_view source, char delimiter) : m_rest(text), m_source(source), m_delimiter(delimiter) {}

    bool atEnd() const { return m_rest.empty(); }

    Expected<CsvRow> readRow() {
        CsvRow row{m_line, {}};
        do {
            auto cell = m_rest.starts_with('"') ? readQuoted() : readPlain();
            if (!cell) return failFrom(cell);
            row.cells.push_back(std::move(*cell));
        } while (takeDelimiter());
        takeLineBreak();
        return row;
    }

  private:
    bool isCellEnd(char c) const { return c == m_delimiter || c == '\n' || c == '\r'; }

    Expected<std::string> readPlain() {
        const auto end = std::ranges::find_if(m_rest, [&](char c) { return isCellEnd(c); });
        std::string cell(m_rest.begin(), end);
        m_rest.remove_prefix(cell.size());
        return cell;
    }

    Expected<std::string> readQuoted() {
        const auto firstLine = m_line;
        std::string cell;
        m_rest.remove_prefix(1);
        for (;;) {
            const auto quote = m_rest.find('"');
            if (quote == m_rest.npos) return atLine(m_source, firstLine, "a quotation mark opens here and is never closed.");
            cell += m_rest.substr(0, quote);
            m_line += std::ranges::count(m_rest.substr(0, quote), '\n');
            m_rest.remove_prefix(quote + 1);
            if (!m_rest.starts_with('"')) break;
            cell += '"'; // doubled: one that belongs to the text
            m_rest.remove_prefix(1);
        }
        if (!m_rest.empty() && !isCellEnd(m_rest.front())) return atLine(m_source, m_line, "there is text after a closing quotation mark.");
        return cell;
    }

    bool takeDelimiter() {
        if (!m_rest.starts_with(m_delimiter)) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void takeLineBreak() {
        const bool any = !m_rest.empty();
        if (m_rest.starts_with('\r')) m_rest.remove_prefix(1);
        if (m_rest.starts_with('\n')) m_rest.remove_prefix(1);
        if (any) ++m_line;
    }

    std::string_view m_rest, m_source;
    char m_delimiter;
    std::int64_t m_line = 1;
};

bool isBlankRow(const CsvRow& row) {
    return std::ranges::all_of(row.cells, [](const std::string& cell) { return cell.find_first_not_of(" \t\r\n") == cell.npos; });
}

/// What a spreadsheet would run (OWASP, CSV injection).
bool isFormula(std::string_view cell) {
    constexpr std::string_view begins = "=+-@\t\r", ofNumbers = "+-0123456789.,%$ ";
    return !cell.empty() && begins.find(cell.front()) != begins.npos && cell.find_first_not_of(ofNumbers) != cell.npos;
}

} // namespace

Expected<CsvTable> parseCsv(std::string_view text, std::string_view source) {
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    if (const auto line = firstLineThatIsNotText(text)) return atLine(source, line, "this is not text in UTF-8; save the file again as “CSV UTF-8”.");
    CsvTable table;
    Reader reader(text, source, findDelimiter(text));
    while (!reader.atEnd()) {
        auto row = reader.readRow();
        if (!row) return failFrom(row);
        if (isBlankRow(*row)) continue;
        if (table.header.empty())
            table.header = std::move(row->cells);
        else
            table.rows.push_back(std::move(*row));
    }
    if (table.header.empty()) return fail(ErrorCode::InvalidInput, fmt::format("{}: the file is empty; its first line must name the columns.", source));
    return table;
}

std::string csvText(const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i ? "," : "") + csvCell((isFormula(row[i]) ? "'" : "") + row[i]);
        text += "\r\n";
    }
    return text;
}

std::string csvCell(std::string_view text) {
    if (text.find_first_of(",;\t\"\r\n") == text.npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

} // namespace tco
