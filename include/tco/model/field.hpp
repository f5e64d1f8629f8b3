// SPDX-License-Identifier: Apache-2.0
#pragma once

// A field: one input of one kind of item, with everything a form, a file, a check or a document needs
// to know about it. fieldsOf(kind) lists them in display order.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tco/base/expected.hpp"
#include "tco/model/value.hpp"

namespace tco {

struct Plan;

enum class FieldType { Text, Choice, Count, Money, UnitPrice, Number, Rate, Day, Reference, Rates, Amounts, UnitPrices };

/// The names of one of several: a choice of a field, a category of cost.
struct Choice {
    std::string_view key;   ///< in files
    std::string_view label; ///< on screens
};

struct Limits {
    Decimal low, high; ///< inclusive; dollars, a fraction, a count …
};

struct Field {
    std::string_view key;   ///< snake_case; the column name in the file and the key in JSON
    std::string_view label; ///< short, for a column header or a form
    std::string_view unit;  ///< "$", "%/yr", "years" …; may be empty
    std::string_view help;  ///< one sentence in the words of a school office
    FieldType type = FieldType::Text;
    bool required = false; ///< a blank value is a finding (and cannot be typed)
    std::optional<Limits> limits;
    std::span<const Choice> choices; ///< for Choice
    Kind target = Kind::District;    ///< for Reference
    std::string_view group = {};     ///< title of a group of fields that begins with this one; blank = it goes on
    bool namesPerson = false;        ///< it says who did something; a copy without names has it blank
};

struct KindInfo {
    std::string_view key;      ///< table name in the file, key in JSON: "asset_model"
    std::string_view jsonKey;  ///< key of the list in plan.json: "asset_models"
    std::string_view singular; ///< "asset model"
    std::string_view plural;   ///< "asset models"
    bool single = false;       ///< exactly one per plan (district, assumptions)
};

const KindInfo& infoOf(Kind kind);
std::optional<Kind> kindFromKey(std::string_view key);

const std::vector<Field>& fieldsOf(Kind kind);
const Field* findField(Kind kind, std::string_view key);
/// All that name a person, with their kinds.
const std::vector<std::pair<Kind, const Field*>>& fieldsNamingPersons();

/// Canonical text for files, overrides and JSON strings ("" for blank) and back. The reader checks
/// the type, not the limits.
std::string canonicalText(const Field& field, const Value& value);
[[nodiscard]] Expected<Value> valueFromCanonical(const Field& field, std::string_view text);

/// Text for people; a reference shows the name of its target, a choice its label, blank is "".
std::string displayText(const Plan& plan, const Field& field, const Value& value);
/// Reads what a person typed: "$1,200", "3.5%", "7/1/2026", the label of a choice, the name of a target.
/// Checks type, limits and required; the sentence names the field.
[[nodiscard]] Expected<Value> valueFromInput(const Plan& plan, const Field& field, std::string_view text);

/// Checks limits, choice keys and required; the sentence names the field.
[[nodiscard]] Expected<void> checkValue(const Field& field, const Value& value);

} // namespace tco
