// SPDX-License-Identifier: Apache-2.0
#pragma once

// Ties a Field to the member of the item that holds it. Private to the model: everybody else reads and
// writes fields by key.

#include <cassert>
#include <type_traits>
#include <utility>
#include <vector>

#include "tco/model/field.hpp"
#include "tco/model/items.hpp"

namespace tco {

template <class Item> struct BoundField {
    Field field;
    Value (*get)(const Item&);
    void (*set)(Item&, const Value&);
};

namespace detail {

template <class T> struct IsId : std::false_type {};
template <class Tag> struct IsId<Id<Tag>> : std::true_type {};

template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};

template <class T> struct IsSeries : std::false_type {};
template <class T> struct IsSeries<Series<T>> : std::true_type {};

template <class T> Value toValue(const T& member) {
    if constexpr (IsSeries<T>::value) {
        return member.empty() ? Value() : Value(member);
    } else if constexpr (IsOptional<T>::value) {
        return member ? toValue(*member) : Value();
    } else if constexpr (IsId<T>::value) {
        return member ? Value(Link{member.value}) : Value();
    } else if constexpr (std::is_integral_v<T>) {
        return Value(static_cast<std::int64_t>(member));
    } else if constexpr (std::is_same_v<T, std::string>) {
        return member.empty() ? Value() : Value(member);
    } else {
        return Value(member);
    }
}

/// A blank value leaves the type's zero where the member is not optional.
template <class T> T fromValue(const Value& value) {
    if constexpr (IsOptional<T>::value) {
        return isBlank(value) ? T() : T(fromValue<typename T::value_type>(value));
    } else if (isBlank(value)) {
        return T();
    } else if constexpr (IsId<T>::value) {
        return T{std::get<Link>(value).id};
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<T>(std::get<std::int64_t>(value));
    } else {
        return std::get<T>(value);
    }
}

template <class> struct MemberOf;
template <class Item, class T> struct MemberOf<T Item::*> { using Class = Item; };

} // namespace detail

/// A field held by `Member`, for example bind<&Site::name>({.key = "name", …}), or by a part of it:
/// bind<&Lease::accounting, &ContractAccounting::rate>({…}).
template <auto Member, auto... Within> auto bind(Field field) {
    using Item = typename detail::MemberOf<decltype(Member)>::Class;
    using T = std::remove_cvref_t<decltype(((std::declval<Item&>().*Member).*....*Within))>;
    return BoundField<Item>{std::move(field), [](const Item& item) { return detail::toValue(((item.*Member).*....*Within)); },
                            [](Item& item, const Value& value) { ((item.*Member).*....*Within) = detail::fromValue<T>(value); }};
}

/// A field whose member is an enumeration; Choices lists keys and labels in the order of the enumerators.
template <auto Member, const auto& Choices, auto... Within> auto bindChoice(Field field) {
    using Item = typename detail::MemberOf<decltype(Member)>::Class;
    using Enum = std::remove_cvref_t<decltype(((std::declval<Item&>().*Member).*....*Within))>;
    field.type = FieldType::Choice;
    field.choices = Choices;
    return BoundField<Item>{std::move(field), [](const Item& item) { return Value(std::string(Choices[std::size_t(((item.*Member).*....*Within))].key)); },
                            [](Item& item, const Value& value) {
                                auto& choice = ((item.*Member).*....*Within);
                                choice = Enum{};
                                if (isBlank(value)) return;
                                for (std::size_t i = 0; i < std::size(Choices); ++i)
                                    if (Choices[i].key == std::get<std::string>(value)) choice = Enum(i);
                            }};
}

const std::vector<BoundField<District>>& boundFields(const District*);
const std::vector<BoundField<Assumptions>>& boundFields(const Assumptions*);
const std::vector<BoundField<HeadCount>>& boundFields(const HeadCount*);
const std::vector<BoundField<Site>>& boundFields(const Site*);
const std::vector<BoundField<Lease>>& boundFields(const Lease*);
const std::vector<BoundField<Agreement>>& boundFields(const Agreement*);
const std::vector<BoundField<ContractChange>>& boundFields(const ContractChange*);
const std::vector<BoundField<AssetModel>>& boundFields(const AssetModel*);
const std::vector<BoundField<Cohort>>& boundFields(const Cohort*);
const std::vector<BoundField<Position>>& boundFields(const Position*);
const std::vector<BoundField<Incident>>& boundFields(const Incident*);
const std::vector<BoundField<UserGroup>>& boundFields(const UserGroup*);
const std::vector<BoundField<Goal>>& boundFields(const Goal*);
const std::vector<BoundField<Benefit>>& boundFields(const Benefit*);
const std::vector<BoundField<Fund>>& boundFields(const Fund*);
const std::vector<BoundField<FundingRule>>& boundFields(const FundingRule*);
const std::vector<BoundField<Account>>& boundFields(const Account*);
const std::vector<BoundField<BudgetLine>>& boundFields(const BudgetLine*);
const std::vector<BoundField<ClosedYear>>& boundFields(const ClosedYear*);
const std::vector<BoundField<Adoption>>& boundFields(const Adoption*);
const std::vector<BoundField<Scenario>>& boundFields(const Scenario*);

} // namespace tco
