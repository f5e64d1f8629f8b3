// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lays the blocks of a report out on pages.

#include <memory>

#include "pages.hpp"
#include "report_font.hpp"
#include "tco/report/report.hpp"

namespace tco {

std::unique_ptr<Pages> layoutPages(const Report& report);

namespace page {

inline constexpr double margin = 54, top = 60, bottom = Pages::height - 56; ///< of the text
inline constexpr double textWidth = Pages::width - 2 * margin;

inline const QColor ink(0x1f, 0x29, 0x33), mutedInk(0x52, 0x5f, 0x6b), accent(0x0b, 0x4f, 0x8a), rule(0xd9, 0xde, 0xe3), strongRule(0x52, 0x5f, 0x6b);

/// Where the next block goes, on the last page of `pages`.
struct Cursor {
    Pages& pages;
    double y = top;

    double room() const { return bottom - y; }
    bool atTop() const { return y <= top; }
    void nextPage() {
        ++pages.count;
        y = top;
    }
    /// Starts a new page unless this much fits here; what is higher than a page starts on an empty one.
    void require(double height) {
        if (height > room() && !atTop()) nextPage();
    }
    void skip(double gap) {
        if (!atTop()) y += gap;
    }
};

/// Text across the page that may go on over the next ones, as one element.
void flowText(Cursor& cursor, StructNode& owner, const QString& text, const TextStyle& style);
double heightOf(const QString& text, const TextStyle& style);

void layoutTable(Cursor& cursor, const Table& table);
/// What must stay together with a heading above.
double startHeight(const Table& table);

} // namespace page
} // namespace tco
