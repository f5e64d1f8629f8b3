// SPDX-License-Identifier: Apache-2.0

// Tables: columns as wide as their numbers need, type that gets smaller rather than clipped, rows that stay
// whole unless one is higher than a page, and the header again on every page.

#include "page_layout.hpp"

#include <algorithm>
#include <numeric>

#include <QPainter>

namespace tco::page {
namespace {

constexpr double columnGap = 10, rowPadding = 4;
constexpr double captionSize = 11, noteSize = 9;
constexpr std::size_t rowsBetweenRules = 5;
/// Longer words, such as web addresses, may be broken rather than make all type smaller.
constexpr double longWord = 84;

std::string cellText(const Table::Cell& cell) { return cell.best ? "✓ " + cell.text : cell.text; }

/// Shares `width` among columns by weight; none gets less than it needs, as far as there is enough.
std::vector<double> shareWidth(const std::vector<double>& weights, const std::vector<double>& needed, double width) {
    std::vector<double> widths(weights.size());
    const double allNeeded = std::accumulate(needed.begin(), needed.end(), 0.0);
    if (allNeeded >= width) {
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = needed[i] * width / allNeeded;
        return widths;
    }
    std::vector<bool> fixed(weights.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        double left = width, weight = 0;
        for (std::size_t i = 0; i < widths.size(); ++i) fixed[i] ? void(left -= needed[i]) : void(weight += weights[i]);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] = fixed[i] ? needed[i] : left * weights[i] / weight;
            if (!fixed[i] && widths[i] < needed[i]) fixed[i] = changed = true;
        }
    }
    return widths;
}

class TableLayout {
  public:
    explicit TableLayout(const Table& table) : m_table(table) {
        const double width = page::textWidth - columnGap * double(table.columns.size() - 1);
        std::vector<double> weights;
        for (const auto& column : table.columns) weights.push_back(column.width);
        for (const double size : {9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0}) {
            m_size = size;
            const auto needed = neededWidths();
            m_widths = shareWidth(weights, needed, width);
            if (std::accumulate(needed.begin(), needed.end(), 0.0) <= width) break;
        }
        double x = margin;
        for (const double each : m_widths) {
            m_lefts.push_back(x);
            x += each + columnGap;
        }
        m_header = rowOf([&](std::size_t c) { return table.columns[c].title; }, headerStyle());
    }

    double startHeight() const {
        double height = captionHeight() + heightOf(m_header);
        for (std::size_t r = 0; r < std::min<std::size_t>(2, m_table.rows.size()); ++r) height += heightOf(bodyRow(r));
        return std::min(height, bottom - top);
    }

    void place(Cursor& cursor) {
        m_cursor = &cursor;
        cursor.require(startHeight());
        auto& table = cursor.pages.document.add("Table");
        if (!m_table.caption.empty()) {
            flowText(cursor, table.add("Caption"), printable(m_table.caption), captionStyle());
            cursor.y += 2;
        }
        auto& headerRow = table.add("THead").add("TR");
        std::vector<StructNode*> headers;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            headers.push_back(&headerRow.add("TH"));
            headers.back()->scope = "Column";
        }
        placeHeader(headers);
        auto& body = table.add("TBody");
        for (std::size_t r = 0; r < m_table.rows.size(); ++r) placeRow(body.add("TR"), r);
        flushRules();
        cursor.y += 4;
        if (!m_table.note.empty()) {
            flowText(cursor, cursor.pages.document.add("P"), printable(m_table.note), {noteSize, false, mutedInk});
            cursor.y += 4;
        }
    }

  private:
    struct Row {
        std::vector<std::vector<TextLine>> cells;
        std::vector<TextStyle> styles;
        std::size_t lines = 1; ///< of the highest cell
    };

    static TextStyle captionStyle() { return {captionSize, true, ink}; }
    TextStyle headerStyle() const { return {m_size, true, mutedInk}; }
    TextStyle bodyStyle(bool bold) const { return {m_size, bold, ink}; }
    double captionHeight() const { return m_table.caption.empty() ? 0 : page::heightOf(printable(m_table.caption), captionStyle()) + 2; }
    double lineHeight() const { return TextStyle{m_size}.lineHeight(); }
    double heightOf(const Row& row) const { return double(row.lines) * lineHeight() + rowPadding; }

    std::vector<double> neededWidths() const {
        std::vector<double> needed(m_table.columns.size(), 12);
        for (std::size_t c = 0; c < needed.size(); ++c) {
            const bool number = m_table.columns[c].align == TextAlign::Right;
            needed[c] = std::max(needed[c], widestWord(printable(m_table.columns[c].title), headerStyle()));
            for (const auto& row : m_table.rows) {
                const auto& cell = row.cells[c];
                const auto style = bodyStyle(cell.best || row.total);
                const auto text = printable(cellText(cell));
                // A figure is never broken; words in a column of figures may be.
                const bool whole = number && text.size() <= 24;
                needed[c] = std::max(needed[c], whole ? widthOf(text, style) : std::min(widestWord(text, style), longWord));
            }
        }
        return needed;
    }

    template <class TextOf> Row rowOf(TextOf textOf, const TextStyle& style) const {
        Row row;
        for (std::size_t c = 0; c < m_widths.size(); ++c) add(row, textOf(c), style, c);
        return row;
    }

    void add(Row& row, std::string_view text, const TextStyle& style, std::size_t column) const {
        auto& lines = row.cells.emplace_back();
        for (;;) {
            const auto end = text.find('\n');
            for (auto& line : breakLines(printable(std::string(text.substr(0, end))), style, m_widths[column])) lines.push_back(std::move(line));
            if (end == text.npos) break;
            lines.back().text += QLatin1Char(' '); // a screen reader does not run the words together
            text.remove_prefix(end + 1);
        }
        row.styles.push_back(style);
        row.lines = std::max(row.lines, row.cells.back().size());
    }

    Row bodyRow(std::size_t index) const {
        const auto& source = m_table.rows[index];
        Row row;
        for (std::size_t c = 0; c < m_widths.size(); ++c) add(row, cellText(source.cells[c]), bodyStyle(source.cells[c].best || source.total), c);
        return row;
    }

    /// Paints some lines of one cell at the cursor.
    Paint cellPaint(const Row& row, std::size_t c, std::size_t first, std::size_t last, std::size_t skipped) const {
        struct Placed {
            QPointF at;
            QString text;
        };
        std::vector<Placed> lines;
        for (auto i = first; i < std::min(last, row.cells[c].size()); ++i) {
            const auto& line = row.cells[c][i];
            double x = m_lefts[c];
            if (m_table.columns[c].align == TextAlign::Right) x += m_widths[c] - line.width;
            if (m_table.columns[c].align == TextAlign::Center) x += (m_widths[c] - line.width) / 2;
            lines.push_back({{x, m_cursor->y + rowPadding / 2 + double(skipped + i - first) * lineHeight() + row.styles[c].ascent()}, line.text});
        }
        return [lines, style = row.styles[c]](QPainter& painter) {
            for (const auto& line : lines) paintLine(painter, line.at, line.text, style);
        };
    }

    /// With `headers`: the real header. Without: its picture on a later page.
    void placeHeader(const std::vector<StructNode*>& headers = {}) {
        for (std::size_t c = 0; c < m_widths.size(); ++c) {
            const auto lines = m_header.cells[c].size();
            auto paint = cellPaint(m_header, c, 0, lines, m_header.lines - lines); // on the bottom line
            headers.empty() ? m_cursor->pages.decorate(std::move(paint)) : m_cursor->pages.paint(*headers[c], std::move(paint));
        }
        m_cursor->y += heightOf(m_header);
        addRule(m_cursor->y, 1.0, accent);
    }

    void nextPage() {
        flushRules();
        m_cursor->nextPage();
        placeHeader();
    }

    void placeRow(StructNode& node, std::size_t index) {
        const auto row = bodyRow(index);
        const bool total = m_table.rows[index].total;
        // The total does not stand alone on a page.
        const bool beforeTotal = index + 1 < m_table.rows.size() && m_table.rows[index + 1].total;
        const double wanted = heightOf(row) + (beforeTotal ? heightOf(bodyRow(index + 1)) : 0);
        const double emptyPage = bottom - top - heightOf(m_header);
        const bool fitsOnAPage = heightOf(row) <= emptyPage;
        if (fitsOnAPage && wanted > m_cursor->room() && m_cursor->y > top + heightOf(m_header) + 1) nextPage();
        if (total) addRule(m_cursor->y, 0.75, strongRule);
        std::vector<StructNode*> cells;
        for (std::size_t c = 0; c < m_widths.size(); ++c) {
            cells.push_back(&node.add(c ? "TD" : "TH"));
            if (!c) cells.back()->scope = "Row";
        }
        for (std::size_t first = 0; first < row.lines;) {
            const auto fit = std::max<std::size_t>(1, std::size_t(std::max(0.0, (m_cursor->room() - rowPadding) / lineHeight() + 1e-6)));
            const auto last = std::min(row.lines, first + fit);
            for (std::size_t c = 0; c < cells.size(); ++c)
                if (first < row.cells[c].size()) m_cursor->pages.paint(*cells[c], cellPaint(row, c, first, last, 0));
            m_cursor->y += double(last - first) * lineHeight() + rowPadding;
            first = last;
            if (first < row.lines) nextPage();
        }
        const bool moreRows = index + 1 < m_table.rows.size();
        if ((index + 1) % rowsBetweenRules == 0 && moreRows && !beforeTotal) addRule(m_cursor->y, 0.5, rule);
    }

    void addRule(double y, double thickness, const QColor& color) { m_rules.push_back({QRectF(margin, y - thickness / 2, page::textWidth, thickness), color}); }

    /// The rules of this page, as one piece of decoration.
    void flushRules() {
        if (m_rules.empty()) return;
        m_cursor->pages.decorate([rules = std::move(m_rules)](QPainter& painter) {
            for (const auto& each : rules) painter.fillRect(each.box, each.color);
        });
        m_rules.clear();
    }

    struct Rule {
        QRectF box;
        QColor color;
    };

    const Table& m_table;
    Cursor* m_cursor = nullptr;
    double m_size = 9;
    std::vector<double> m_widths, m_lefts;
    Row m_header;
    std::vector<Rule> m_rules;
};

} // namespace

void layoutTable(Cursor& cursor, const Table& table) { TableLayout(table).place(cursor); }

double startHeight(const Table& table) { return table.columns.empty() ? 0 : TableLayout(table).startHeight(); }

} // namespace tco::page
