// SPDX-License-Identifier: Apache-2.0
#include "page_reader.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace tco::sqlite {
namespace {

constexpr std::size_t fileHeader = 100;
constexpr std::array<std::size_t, 2> usualPageSizes{1024, 4096};
constexpr std::size_t leafHeader = 8, interiorHeader = 12;
constexpr unsigned char leafPage = 0x0D, interiorPage = 0x05, leafIndexPage = 0x0A, interiorIndexPage = 0x02; // others hold long values or nothing
constexpr std::uint64_t longestRow = 64 << 20;
constexpr std::size_t mostColumns = 2000; // SQLite’s own limit
constexpr int deepestTree = 20;

unsigned char byteAt(std::string_view text, std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0; }

std::uint32_t number16(std::string_view text, std::size_t at) { return std::uint32_t{byteAt(text, at)} << 8 | byteAt(text, at + 1); }
std::uint32_t number32(std::string_view text, std::size_t at) { return number16(text, at) << 16 | number16(text, at + 2); }

/// Reads a number of 1 to 9 bytes and moves `at` behind it. False at the end of the text.
bool readVarint(std::string_view text, std::size_t& at, std::uint64_t& number) {
    number = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= text.size()) return false;
        const unsigned char byte = byteAt(text, at++);
        if (i == 8) {
            number = number << 8 | byte;
            return true;
        }
        number = number << 7 | (byte & 0x7F);
        if (byte < 0x80) return true;
    }
    return true;
}

std::int64_t signedNumber(std::string_view bytes) {
    std::uint64_t number = byteAt(bytes, 0) & 0x80 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) number = number << 8 | byteAt(bytes, i);
    return static_cast<std::int64_t>(number);
}

std::uint64_t sizeOf(std::uint64_t serialType) {
    constexpr std::uint64_t sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return serialType < 12 ? sizes[serialType] : (serialType - 12) / 2;
}

Cell cellOf(std::uint64_t serialType, std::string_view bytes) {
    if (serialType == 0) return {};
    if (serialType <= 6) return signedNumber(bytes);
    if (serialType == 8 || serialType == 9) return static_cast<std::int64_t>(serialType - 8);
    if (serialType >= 13 && serialType % 2 == 1) return std::string(bytes);
    return OtherCell{};
}

/// Nothing when the record contradicts itself.
std::optional<std::vector<Cell>> cellsOf(std::string_view record) {
    std::size_t at = 0;
    std::uint64_t headerSize = 0;
    if (!readVarint(record, at, headerSize) || headerSize > record.size()) return {};
    std::vector<Cell> cells;
    std::uint64_t body = headerSize;
    while (at < headerSize) {
        std::uint64_t type = 0;
        if (!readVarint(record.substr(0, headerSize), at, type)) return {};
        const auto size = sizeOf(type);
        if (size > record.size() - body || cells.size() >= mostColumns || type == 10 || type == 11) return {};
        cells.push_back(cellOf(type, record.substr(body, size)));
        body += size;
    }
    return cells;
}

/// Pages of tables and indexes begin with their type, and say where their rows begin.
bool isPageAt(std::string_view content, std::size_t at) {
    const auto type = byteAt(content, at);
    const bool isInterior = type == interiorPage || type == interiorIndexPage;
    if (!isInterior && type != leafPage && type != leafIndexPage) return false;
    const auto rowCount = number16(content, at + 3), rows = number16(content, at + 5);
    return rows <= usualPageSizes.back() && rows >= (isInterior ? interiorHeader : leafHeader) + 2 * rowCount;
}

/// Of a file whose header is lost: the smallest of those that the program ever wrote at which pages begin.
std::size_t likelyPageSize(std::string_view content) {
    for (const auto size : usualPageSizes) {
        std::size_t pages = 0, looked = 0;
        for (std::size_t at = size; at < content.size(); at += 2 * size, ++looked) pages += isPageAt(content, at); // no page of a larger size begins there
        if (2 * pages > looked) return size;
    }
    return usualPageSizes.back();
}

std::size_t pageSizeIn(std::string_view content) {
    const std::size_t size = number16(content, 16);
    if (size == 1) return 65536;
    return size >= 512 && std::has_single_bit(size) ? size : likelyPageSize(content);
}

} // namespace

PageReader::PageReader(std::string_view content)
    : m_content(content), m_pageSize(pageSizeIn(content)),
      m_pageCount(static_cast<std::uint32_t>(std::min<std::size_t>(content.size() / m_pageSize, 0xFFFFFFFE))), m_wasRead(m_pageCount + 1) {}

std::string_view PageReader::page(std::uint32_t number) const {
    if (number < 1 || number > m_pageCount) return {};
    return m_content.substr((number - 1) * m_pageSize, m_pageSize);
}

Loss PageReader::readTable(std::uint32_t root, const Visit& visit) {
    Loss loss;
    readPage(root, 0, loss, visit);
    return loss;
}

Loss PageReader::readStrayPages(const Visit& visit) {
    Loss loss;
    for (std::uint32_t number = 2; number <= m_pageCount; ++number)
        if (!m_wasRead[number] && byteAt(page(number), 0) == leafPage) readLeaf(number, loss, visit);
    return loss;
}

void PageReader::readPage(std::uint32_t number, int depth, Loss& loss, const Visit& visit) {
    const auto content = page(number);
    const std::size_t start = number == 1 ? fileHeader : 0;
    const auto type = byteAt(content, start);
    if (content.empty() || m_wasRead[number] || depth > deepestTree || (type != leafPage && type != interiorPage)) {
        ++loss.pages;
        return;
    }
    m_wasRead[number] = true;
    if (type == leafPage) return readLeaf(number, loss, visit);
    const std::size_t count = std::min<std::size_t>(number16(content, start + 3), m_pageSize / 2);
    for (std::size_t i = 0; i < count; ++i) readPage(number32(content, number16(content, start + interiorHeader + 2 * i)), depth + 1, loss, visit);
    readPage(number32(content, start + 8), depth + 1, loss, visit);
}

void PageReader::readLeaf(std::uint32_t number, Loss& loss, const Visit& visit) {
    const auto content = page(number);
    const std::size_t start = number == 1 ? fileHeader : 0;
    const std::size_t count = number16(content, start + 3);
    if (start + leafHeader + 2 * count > content.size()) {
        ++loss.pages;
        return;
    }
    std::size_t used = 0; // rows never overlap, or a small file could keep us busy for ever
    for (std::size_t i = 0; i < count; ++i) {
        if (used > content.size()) {
            loss.rows += std::int64_t(count - i);
            return;
        }
        if (auto row = rowAt(content, number16(content, start + leafHeader + 2 * i), used))
            visit(std::move(*row));
        else
            ++loss.rows;
    }
}

std::optional<RawRow> PageReader::rowAt(std::string_view page, std::size_t at, std::size_t& used) {
    std::uint64_t size = 0, id = 0;
    if (at < leafHeader || !readVarint(page, at, size) || !readVarint(page, at, id) || size > longestRow) return {};
    const auto payload = payloadAt(page, at, size, used);
    if (!payload) return {};
    auto cells = cellsOf(*payload);
    if (!cells) return {};
    return RawRow{static_cast<std::int64_t>(id), std::move(*cells)};
}

/// What does not fit into the page goes on in a chain of others.
std::optional<std::string> PageReader::payloadAt(std::string_view page, std::size_t at, std::uint64_t size, std::size_t& used) {
    const std::uint64_t most = m_pageSize - 35, least = (m_pageSize - 12) * 32 / 255 - 23;
    std::uint64_t local = size;
    if (size > most) {
        local = least + (size - least) % (m_pageSize - 4);
        if (local > most) local = least;
    }
    if (at + local + (local < size ? 4 : 0) > page.size()) return {};
    used += local;
    std::string payload(page.substr(at, local));
    for (auto next = number32(page, at + local); payload.size() < size;) {
        const auto more = this->page(next);
        if (more.empty() || m_wasRead[next]) return {}; // a page belongs to one row only, or a small file could fill the memory
        m_wasRead[next] = true;
        payload += more.substr(4, std::min<std::uint64_t>(m_pageSize - 4, size - payload.size()));
        next = number32(more, 0);
    }
    return payload;
}

} // namespace tco::sqlite
