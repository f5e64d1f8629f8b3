// SPDX-License-Identifier: Apache-2.0
#pragma once

// Stable identities of plan items. Ids are positive integers below 2^53, so that a JSON reader that
// keeps numbers as doubles still reads them exactly. They are drawn from a random block per editing
// session and counted up inside it: two copies of a file never clash, and inserts stay local.

#include <compare>
#include <cstdint>
#include <functional>

namespace tco {

using RawId = std::int64_t;

inline constexpr RawId maxRawId = (RawId{1} << 53) - 1;

/// A typed id. Value 0 means "none".
template <class Tag> struct Id {
    RawId value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// Draws new ids. One source per editing session or import.
class IdSource {
  public:
    IdSource();                     ///< starts at a random block
    explicit IdSource(RawId first); ///< starts at `first`; for tests and reproducible imports
    RawId next() { return m_next++; }

  private:
    RawId m_next;
};

} // namespace tco

template <class Tag> struct std::hash<tco::Id<Tag>> {
    std::size_t operator()(const tco::Id<Tag>& id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
