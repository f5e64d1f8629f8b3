// SPDX-License-Identifier: Apache-2.0
#include "page_layout.hpp"

#include <algorithm>

#include <QPainter>

#include "tco/render/chart_painter.hpp"

namespace tco {
namespace {

using namespace page;

/// A chart gives up some of its height rather than go to the next page.
constexpr double smallestShare = 0.68;
/// The first page has no header.
constexpr double firstTop = 44;

TextStyle styleOf(const Heading& heading) {
    switch (heading.level) {
    case 1: return {22, true, accent};
    case 2: return {15, true, accent};
    default: return {11, true, ink};
    }
}

TextStyle styleOf(const Paragraph& paragraph) {
    switch (paragraph.style) {
    case Paragraph::Style::Lead: return {15, false, ink};
    case Paragraph::Style::Small: return {9, false, mutedInk};
    case Paragraph::Style::Body: break;
    }
    return {11, false, ink};
}

/// Height that a block needs to begin on a page; a heading above it wants at least that.
struct StartHeight {
    double operator()(const Heading& heading) const { return heightOf(printable(heading.text), styleOf(heading)) + 12; }
    double operator()(const Paragraph& paragraph) const {
        return std::min(heightOf(printable(paragraph.text), styleOf(paragraph)), 3 * styleOf(paragraph).lineHeight());
    }
    double operator()(const Table& table) const { return startHeight(table); }
    double operator()(const ChartBlock& block) const { return block.height * smallestShare; }
};

class BlockLayout {
  public:
    explicit BlockLayout(Pages& pages) : m_pages(pages), m_cursor{pages, firstTop} {}

    void lay(const std::vector<Block>& blocks) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            m_next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
            std::visit([this](const auto& block) { place(block); }, blocks[i]);
        }
    }

  private:
    void place(const Heading& heading) {
        const auto style = styleOf(heading);
        const auto text = printable(heading.text);
        m_cursor.skip(heading.level == 1 ? 0 : heading.level == 2 ? 14 : 10);
        m_cursor.require(heightOf(text, style) + 4 + (m_next ? std::visit(StartHeight{}, *m_next) : 0));
        m_pages.bookmarks.push_back({heading.level, text, m_pages.count - 1, m_cursor.y});
        flowText(m_cursor, m_pages.document.add("H" + std::to_string(heading.level)), text, style);
        m_cursor.y += 3;
    }

    void place(const Paragraph& paragraph) {
        flowText(m_cursor, m_pages.document.add("P"), printable(paragraph.text), styleOf(paragraph));
        m_cursor.y += 6;
    }

    void place(const Table& table) {
        if (table.columns.empty()) return;
        m_cursor.skip(4);
        layoutTable(m_cursor, table);
    }

    void place(const ChartBlock& block) {
        m_cursor.skip(6);
        m_cursor.require(block.height * smallestShare);
        const double height = std::min(block.height, m_cursor.room());
        auto& figure = m_pages.document.add("Figure");
        figure.alt = alternativeText(block.chart);
        figure.box = QRectF(margin, m_cursor.y, page::textWidth, height);
        auto spec = block.chart;
        spec.title = printable(spec.title).toStdString();
        for (auto& series : spec.series) series.name = printable(series.name).toStdString();
        if (spec.outline) spec.outline->name = printable(spec.outline->name).toStdString();
        const auto scene = layoutChart(spec, page::textWidth, height);
        m_pages.paint(figure, [scene, corner = figure.box.topLeft()](QPainter& painter) {
            painter.translate(corner);
            paintChart(painter, scene, ChartTheme::print(reportFont()));
        });
        m_cursor.y += height + 6;
    }

    Pages& m_pages;
    Cursor m_cursor;
    const Block* m_next = nullptr;
};

/// Header and footer of every page, known only when the pages are counted. The first page has the title instead of a header.
void addFurniture(Pages& pages, const Report& report) {
    const TextStyle style{9, false, mutedInk};
    const auto elidedTo = [&](const QString& text, double width) {
        auto line = breakLines(text, style, width).front().text;
        return line == text ? line : line.trimmed() + QStringLiteral("…");
    };
    const auto header = elidedTo(printable(report.pageHeader), page::textWidth - 20);
    const auto footer = elidedTo(printable(report.footer), page::textWidth - 100);
    for (std::size_t n = 0; n < pages.count; ++n) {
        if (n)
            pages.chunks.push_back({n, nullptr, "Header", [header, style](QPainter& painter) {
                                        paintLine(painter, {margin, 38}, header, style);
                                        painter.fillRect(QRectF(margin, 44, page::textWidth, 0.5), rule);
                                    }});
        const auto number = QStringLiteral("page %1 of %2").arg(n + 1).arg(pages.count);
        pages.chunks.push_back({n, nullptr, "Footer", [footer, number, style](QPainter& painter) {
                                    painter.fillRect(QRectF(margin, bottom + 12, page::textWidth, 0.5), rule);
                                    paintLine(painter, {margin, bottom + 25}, footer, style);
                                    paintLine(painter, {Pages::width - margin - widthOf(number, style), bottom + 25}, number, style);
                                }});
    }
}

/// Puts the chunks in the order of the pages and tells each element of the tree which are its own.
void arrange(Pages& pages) {
    std::ranges::stable_sort(pages.chunks, {}, &Chunk::page);
    for (std::size_t i = 0; i < pages.chunks.size(); ++i)
        if (auto* owner = pages.chunks[i].owner) owner->chunks.push_back(i);
}

} // namespace

namespace page {

double heightOf(const QString& text, const TextStyle& style) { return double(breakLines(text, style, page::textWidth).size()) * style.lineHeight(); }

void flowText(Cursor& cursor, StructNode& owner, const QString& text, const TextStyle& style) {
    const auto lines = breakLines(text, style, page::textWidth);
    for (std::size_t first = 0; first < lines.size();) {
        cursor.require(style.lineHeight());
        auto fit = std::max<std::size_t>(1, std::size_t(cursor.room() / style.lineHeight() + 1e-6));
        const auto left = lines.size() - first;
        if (fit + 1 == left && fit > 2) --fit; // no single line alone on the next page
        const auto last = first + std::min(fit, left);
        std::vector<QString> part;
        for (auto i = first; i < last; ++i) part.push_back(lines[i].text);
        cursor.pages.paint(owner, [part, style, y = cursor.y](QPainter& painter) {
            for (std::size_t i = 0; i < part.size(); ++i) paintLine(painter, {margin, y + double(i) * style.lineHeight() + style.ascent()}, part[i], style);
        });
        cursor.y += double(last - first) * style.lineHeight();
        first = last;
        if (first < lines.size()) cursor.nextPage();
    }
}

} // namespace page

std::unique_ptr<Pages> layoutPages(const Report& report) {
    auto pages = std::make_unique<Pages>();
    pages->document.tag = "Document";
    BlockLayout(*pages).lay(report.blocks);
    addFurniture(*pages, report);
    arrange(*pages);
    return pages;
}

} // namespace tco
