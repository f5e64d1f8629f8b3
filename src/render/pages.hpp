// SPDX-License-Identifier: Apache-2.0
#pragma once

// Laid-out pages: pieces of content, each with its page and its place in the structure tree, not yet painted.
// The PDF writer and the preview paint the same pieces. Points, origin at the top left of the page.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QRectF>
#include <QString>

class QPainter;

namespace tco {

using Paint = std::function<void(QPainter&)>;

/// An element of the structure tree: what a screen reader walks through.
struct StructNode {
    std::string tag;   ///< "H1", "P", "TD" …
    std::string alt;   ///< for Figure
    std::string scope; ///< "Row" or "Column", for TH
    QRectF box;        ///< for Figure
    std::vector<std::unique_ptr<StructNode>> kids;
    std::vector<std::size_t> chunks; ///< its own content, in reading order; set when all pages are there

    StructNode& add(std::string kidTag) {
        kids.push_back(std::make_unique<StructNode>());
        kids.back()->tag = std::move(kidTag);
        return *kids.back();
    }
};

/// One piece of content. Without an owner it is an artifact: decoration, or page furniture of this type.
struct Chunk {
    std::size_t page = 0;
    StructNode* owner = nullptr;
    std::string artifact; ///< "Header", "Footer" or empty
    Paint paint;
};

struct Bookmark {
    int level = 1;
    QString title;
    std::size_t page = 0;
    double top = 0;
};

struct Pages {
    static constexpr double width = 612, height = 792; ///< US Letter

    StructNode document;
    std::vector<Chunk> chunks; ///< pages ascending
    std::vector<Bookmark> bookmarks;
    std::size_t count = 1;

    /// Adds content to the last page.
    void paint(StructNode& owner, Paint what) { chunks.push_back({count - 1, &owner, {}, std::move(what)}); }
    void decorate(Paint what) { chunks.push_back({count - 1, nullptr, {}, std::move(what)}); }
};

} // namespace tco
