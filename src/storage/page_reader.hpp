// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the rows of a SQLite file page by page, without SQLite and without believing anything in it: for damaged files. What cannot
// be understood is counted and left out; nothing of the file is ever run. The format: sqlite.org/fileformat2.html.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tco::sqlite {

/// A value that no plan has: a fraction or a blob.
struct OtherCell {};
using Cell = std::variant<std::monostate, std::int64_t, std::string, OtherCell>; ///< std::monostate: NULL

struct RawRow {
    std::int64_t id = 0;
    std::vector<Cell> cells; ///< all columns in the order of the table; that of the id is NULL
};

/// What is known to be missing. A page that cannot be read holds a number of rows that nobody knows.
struct Loss {
    std::int64_t rows = 0, pages = 0;

    bool isNone() const { return rows == 0 && pages == 0; }
};

class PageReader {
  public:
    using Visit = std::function<void(RawRow)>;

    /// Refers to `content`, which must stay.
    explicit PageReader(std::string_view content);

    /// The rows of the table that begins at page `root` (from 1). No page is read twice.
    Loss readTable(std::uint32_t root, const Visit& visit);
    /// The rows of all pages that no table led to.
    Loss readStrayPages(const Visit& visit);

  private:
    std::string_view page(std::uint32_t number) const; ///< empty when it is not there
    void readPage(std::uint32_t number, int depth, Loss& loss, const Visit& visit);
    void readLeaf(std::uint32_t number, Loss& loss, const Visit& visit);
    /// Both add to `used` how many bytes of the page they read.
    std::optional<RawRow> rowAt(std::string_view page, std::size_t at, std::size_t& used);
    std::optional<std::string> payloadAt(std::string_view page, std::size_t at, std::uint64_t size, std::size_t& used);

    std::string_view m_content;
    std::size_t m_pageSize;
    std::uint32_t m_pageCount;
    std::vector<bool> m_wasRead;
};

} // namespace tco::sqlite
