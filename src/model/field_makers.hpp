// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the field tables (fields_*.cpp) share: limits, choices, and fields of the same shape.

#include "bound_field.hpp"

namespace tco {

inline Limits between(std::string_view low, std::string_view high) { return {Decimal::of(low), Decimal::of(high)}; }
inline Limits price() { return between("0", "10000000"); }
inline Limits share() { return between("0", "1"); }
inline Limits growth() { return between("-0.5", "0.5"); }

inline constexpr Choice yesNoChoices[] = {{"no", "No"}, {"yes", "Yes"}};
inline constexpr Choice includedChoices[] = {{"yes", "Yes"}, {"no", "No"}};

/// "In the plan": the same words for every kind of item that has it.
template <auto Member> auto bindIncluded(std::string_view group = {}) {
    return bindChoice<Member, includedChoices>({.key = "included",
                                                .label = "In the plan",
                                                .help = "“No” leaves it out; a scenario can say otherwise, so that it adds or removes it.",
                                                .group = group});
}

inline Field rateField(std::string_view key, std::string_view label, std::string_view unit, std::string_view help, Limits limits) {
    return {.key = key, .label = label, .unit = unit, .help = help, .type = FieldType::Rate, .limits = limits};
}
inline Field moneyField(std::string_view key, std::string_view label, std::string_view unit, std::string_view help) {
    return {.key = key, .label = label, .unit = unit, .help = help, .type = FieldType::Money, .limits = price()};
}
inline Field countField(std::string_view key, std::string_view label, std::string_view unit, std::string_view help, Limits limits) {
    return {.key = key, .label = label, .unit = unit, .help = help, .type = FieldType::Count, .limits = limits};
}
inline Field numberField(std::string_view key, std::string_view label, std::string_view unit, std::string_view help, Limits limits) {
    return {.key = key, .label = label, .unit = unit, .help = help, .type = FieldType::Number, .limits = limits};
}
inline Field dayField(std::string_view key, std::string_view label, std::string_view help) {
    return {.key = key, .label = label, .help = help, .type = FieldType::Day};
}
/// The first one of a group.
inline Field beginning(std::string_view group, Field field) {
    field.group = group;
    return field;
}
inline Field quotedTotalField() {
    return {.key = "quoted_total",
            .label = "Total in the quote",
            .unit = "$",
            .help = "All payments together, as the quote or the board document says; only compared with their sum.",
            .type = FieldType::Money,
            .limits = between("0", "1000000000")};
}
inline Field noteField() { return {.key = "note", .label = "Note", .help = "Anything worth remembering.", .type = FieldType::Text}; }

} // namespace tco
