// SPDX-License-Identifier: Apache-2.0
#pragma once

// Field values. Every input of a plan is a field of an item, declared once in a table (fields.hpp).
// Forms, table columns, storage, JSON, scenario overrides and checks all follow from that table.

#include <cstdint>
#include <string>
#include <variant>

#include "tco/base/date.hpp"
#include "tco/base/id.hpp"
#include "tco/money/money.hpp"

namespace tco {

/// What kinds of items a plan holds. The order is the order of tables in files and on screens.
enum class Kind { District, Assumptions, HeadCount, Site, Lease, AssetModel, Cohort, Position, Scenario };

inline constexpr Kind allKinds[] = {Kind::District,   Kind::Assumptions, Kind::HeadCount, Kind::Site,    Kind::Lease,
                                    Kind::AssetModel, Kind::Cohort,      Kind::Position,  Kind::Scenario};

/// Names any item of a plan. District and Assumptions are single; their id is 1.
struct ItemRef {
    Kind kind = Kind::District;
    RawId id = 0;
    friend auto operator<=>(const ItemRef&, const ItemRef&) = default;
};

/// The value of one field; std::monostate is "blank". Which alternative belongs to which FieldType:
/// Text, Choice → string (a choice holds its key); Count → int64; Money → Money; UnitPrice, Number →
/// Decimal; Rate → Rate; Day → Date; Reference → RawId wrapped in Link.
struct Link {
    RawId id = 0;
    friend auto operator<=>(const Link&, const Link&) = default;
};
using Value = std::variant<std::monostate, std::string, std::int64_t, Money, Decimal, Rate, Date, Link>;

inline bool isBlank(const Value& value) { return std::holds_alternative<std::monostate>(value); }

} // namespace tco
