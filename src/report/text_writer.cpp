// SPDX-License-Identifier: Apache-2.0

// A report for a terminal: plain text in a fixed-width font, at most about 100 columns wide.

#include "tco/report/report.hpp"

#include <algorithm>

#include "tco/report/text_measure.hpp"

namespace tco {
namespace {

constexpr std::size_t lineLength = 100, widestCell = 44;

/// Characters, not bytes; good enough for columns in a terminal.
std::size_t lengthOf(std::string_view text) {
    std::size_t length = 0;
    for (; !text.empty(); ++length) text.remove_prefix(characterLength(text));
    return length;
}

std::vector<std::string> linesOf(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const auto space = std::min(text.find_first_of(" \n"), text.size());
        const auto word = text.substr(0, space);
        const bool ends = text.substr(space).starts_with('\n');
        auto& line = lines.back();
        if (line.empty())
            line = word;
        else if (lengthOf(line) + 1 + lengthOf(word) <= width)
            line += " " + std::string(word);
        else
            lines.emplace_back(word);
        if (ends) lines.emplace_back();
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return lines;
}

void appendWrapped(std::string& out, std::string_view text) {
    for (const auto& line : linesOf(text, lineLength)) out += line + "\n";
}

std::string aligned(const std::string& text, std::size_t width, TextAlign align) {
    const auto length = lengthOf(text);
    const std::string fill(width > length ? width - length : 0, ' ');
    return align == TextAlign::Right ? fill + text : text + fill;
}

std::string cellText(const Table::Cell& cell) { return cell.best ? "✓ " + cell.text : cell.text; }

struct TextTable {
    const Table& table;
    std::vector<std::size_t> widths;

    explicit TextTable(const Table& shown) : table(shown) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            auto width = lengthOf(table.columns[c].title);
            for (const auto& row : table.rows) width = std::max(width, lengthOf(cellText(row.cells[c])));
            widths.push_back(std::min(width, widestCell));
        }
    }

    std::string line(const std::vector<std::string>& cells) const {
        std::vector<std::vector<std::string>> wrappedCells;
        std::size_t height = 1;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            wrappedCells.push_back(linesOf(cells[c], widths[c]));
            height = std::max(height, wrappedCells.back().size());
        }
        std::string out;
        for (std::size_t l = 0; l < height; ++l) {
            std::string text;
            for (std::size_t c = 0; c < cells.size(); ++c) {
                if (c) text += "  ";
                text += aligned(l < wrappedCells[c].size() ? wrappedCells[c][l] : "", widths[c], table.columns[c].align);
            }
            text.erase(text.find_last_not_of(' ') + 1);
            out += text + "\n";
        }
        return out;
    }

    std::string rule() const {
        std::size_t width = widths.empty() ? 0 : 2 * (widths.size() - 1);
        for (const auto each : widths) width += each;
        std::string text;
        for (std::size_t i = 0; i < width; ++i) text += "─";
        return text + "\n";
    }
};

struct BlockWriter {
    std::string& out;

    void operator()(const Heading& heading) const {
        out += "\n" + heading.text + "\n";
        if (heading.level > 2) return;
        for (std::size_t i = 0; i < lengthOf(heading.text); ++i) out += heading.level == 1 ? "═" : "─";
        out += "\n";
    }
    void operator()(const Paragraph& paragraph) const { appendWrapped(out, paragraph.text); }
    void operator()(const Table& table) const { out += "\n" + writeText(table); }
    void operator()(const ChartBlock& block) const {
        out += "\n";
        appendWrapped(out, alternativeText(block.chart));
    }
};

} // namespace

std::string writeText(const Table& table) {
    if (table.columns.empty()) return {};
    const TextTable text(table);
    std::string out;
    if (!table.caption.empty()) out += table.caption + "\n";
    std::vector<std::string> titles;
    for (const auto& column : table.columns) titles.push_back(column.title);
    out += text.line(titles) + text.rule();
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const auto& cell : row.cells) cells.push_back(cellText(cell));
        if (row.total) out += text.rule();
        out += text.line(cells);
    }
    if (!table.note.empty()) appendWrapped(out, table.note);
    return out;
}

std::string writeText(const Report& report) {
    std::string out;
    for (const auto& block : report.blocks) std::visit(BlockWriter{out}, block);
    return out + "\n" + report.footer + "\n";
}

} // namespace tco
