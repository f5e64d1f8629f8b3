// SPDX-License-Identifier: Apache-2.0
#pragma once

// Field values. Every input of a plan is a field of an item, declared once in a table (fields.hpp).
// Forms, table columns, storage, JSON, scenario overrides and checks all follow from that table.

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "tco/base/date.hpp"
#include "tco/base/id.hpp"
#include "tco/money/money.hpp"

namespace tco {

/// What kinds of items a plan holds. The order is the order of tables in files and on screens.
enum class Kind {
    District,
    Assumptions,
    HeadCount,
    Site,
    Lease,
    Agreement,
    ContractChange,
    AssetModel,
    Cohort,
    Position,
    Incident,
    UserGroup,
    Goal,
    Benefit,
    Fund,
    FundingRule,
    Account,
    BudgetLine,
    ClosedYear,
    Scenario,
    Adoption,
};

inline constexpr Kind allKinds[] = {Kind::District,       Kind::Assumptions, Kind::HeadCount, Kind::Site,        Kind::Lease,    Kind::Agreement,
                                    Kind::ContractChange, Kind::AssetModel,  Kind::Cohort,    Kind::Position,    Kind::Incident, Kind::UserGroup,
                                    Kind::Goal,           Kind::Benefit,     Kind::Fund,      Kind::FundingRule, Kind::Account,  Kind::BudgetLine,
                                    Kind::ClosedYear,     Kind::Scenario,    Kind::Adoption};

/// Names any item of a plan. District and Assumptions are single; their id is 1.
struct ItemRef {
    Kind kind = Kind::District;
    RawId id = 0;
    friend auto operator<=>(const ItemRef&, const ItemRef&) = default;
};

/// One value for each year of age, or for each payment: "12%; 14%; 18%". The last one holds on, so a single value
/// is the same for all; an empty list is a blank field.
template <class T> class Series {
  public:
    Series() = default;
    Series(std::vector<T> values) : m_values(std::move(values)) {}
    Series(T value) : m_values{std::move(value)} {}

    bool empty() const { return m_values.empty(); }
    std::size_t size() const { return m_values.size(); }
    const std::vector<T>& values() const { return m_values; }
    /// `index` counts from 0; the list must not be empty (asserted by the vector).
    const T& at(std::size_t index) const { return m_values[std::min(index, m_values.size() - 1)]; }
    friend auto operator<=>(const Series&, const Series&) = default;

  private:
    std::vector<T> m_values;
};

/// The value of one field; std::monostate is "blank". Which alternative belongs to which FieldType:
/// Text, Choice → string (a choice holds its key); Count → int64; Money → Money; UnitPrice, Number →
/// Decimal; Rate → Rate; Day → Date; Reference → RawId wrapped in Link; Rates, Amounts, UnitPrices → Series.
struct Link {
    RawId id = 0;
    friend auto operator<=>(const Link&, const Link&) = default;
};
using Value = std::variant<std::monostate, std::string, std::int64_t, Money, Decimal, Rate, Date, Link, Series<Rate>, Series<Money>, Series<Decimal>>;

inline bool isBlank(const Value& value) { return std::holds_alternative<std::monostate>(value); }

} // namespace tco
