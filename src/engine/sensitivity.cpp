// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/sensitivity.hpp"

#include <algorithm>

#include "analysis_plan.hpp"

namespace tco {
namespace {

constexpr std::size_t mostCohorts = 20; ///< above it no cohort stands out, and there would be hundreds to try

enum class Direction { Down, Up };

/// A change per year: a price may fall as well as rise, a share of something cannot be negative.
bool isYearlyChange(const Field& field) { return field.type == FieldType::Rate && field.limits && field.limits->low.isNegative(); }

/// A value of the field, moved and kept within its limits; blank where the field is not one to move.
class Mover {
  public:
    Mover(const Field& field, Direction direction) : m_field(field), m_isUp(direction == Direction::Up) {}

    Value operator()(Money value) const { return money(value); }
    Value operator()(const Decimal& value) const { return scaled(value); }
    Value operator()(const Rate& value) const {
        if (!isYearlyChange(m_field)) return Rate(scaled(value.fraction()));
        return Rate(within(value.fraction() + Decimal::of(m_isUp ? "0.01" : "-0.01")));
    }
    Value operator()(std::int64_t value) const {
        if (m_field.key == "useful_life" || m_field.key == "extra_years") return within(Decimal(value + (m_isUp ? 1 : -1))).toInteger();
        if (m_field.key == "quantity") return scaled(Decimal(value)).toInteger();
        return {};
    }
    Value operator()(const Series<Rate>& values) const {
        return each(values, [this](const Rate& value) { return Rate(scaled(value.fraction())); });
    }
    Value operator()(const Series<Money>& values) const {
        return each(values, [this](Money value) { return money(value); });
    }
    Value operator()(const Series<Decimal>& values) const {
        return each(values, [this](const Decimal& value) { return scaled(value); });
    }
    template <class Other> Value operator()(const Other&) const { return {}; }

  private:
    Decimal within(const Decimal& value) const { return m_field.limits ? std::clamp(value, m_field.limits->low, m_field.limits->high) : value; }
    Decimal scaled(const Decimal& value) const { return within(value * Decimal::of(m_isUp ? "1.1" : "0.9")); }
    Money money(Money value) const { return Money::rounded(scaled(value.dollars())).value_or(value); }
    template <class T, class Move> Value each(const Series<T>& values, Move move) const {
        std::vector<T> moved;
        for (const auto& value : values.values()) moved.push_back(move(value));
        return Series<T>(std::move(moved));
    }

    const Field& m_field;
    bool m_isUp;
};

Value moved(const Field& field, const Value& value, Direction direction) { return std::visit(Mover(field, direction), value); }

/// One scenario that is asked again with one input moved.
class Asked {
  public:
    explicit Asked(const Calculation& calculation) : m_calculation(calculation), m_plan(withoutWords(*calculation.plan)) {}

    Money presentValue() const { return m_calculation.ledger.sum().presentValue; }
    Money presentValueWith(const FieldRef& ref, const Field& field, Direction direction) {
        const Value entered = valueOf(m_plan, ref.item, ref.field);
        const Value tried = moved(field, entered, direction);
        if (isBlank(tried) || tried == entered) return presentValue();
        setValue(m_plan, ref.item, ref.field, tried);
        const auto result = calculate(m_plan, {}, &m_calculation)->ledger.sum().presentValue;
        setValue(m_plan, ref.item, ref.field, entered);
        return result;
    }
    const Plan& plan() const { return m_plan; }

  private:
    const Calculation& m_calculation;
    Plan m_plan;
};

int signOf(Money amount) { return amount.isZero() ? 0 : amount.isNegative() ? -1 : 1; }

/// The models that some unit has, and the leases that some unit is on; other prices cost nothing.
bool isIdle(const Plan& plan, ItemRef item) {
    const auto names = [&](const Cohort& cohort) {
        if (item.kind == Kind::AssetModel) return cohort.model.value == item.id;
        const auto* lease = leaseTermsOf(plan, cohort);
        return lease && lease->id.value == item.id;
    };
    return (item.kind == Kind::AssetModel || item.kind == Kind::Lease) && std::ranges::none_of(plan.cohorts, names);
}

} // namespace

std::vector<SensitivityInput> sensitivity(const Calculation& shown, const Calculation* base, std::size_t most) {
    Asked asked(shown);
    std::optional<Asked> against;
    if (base) against.emplace(*base);
    const auto answer = [&](const FieldRef& ref, const Field& field, Direction direction) {
        const auto other = against && contains(against->plan(), ref.item) ? against->presentValueWith(ref, field, direction) : Money();
        return asked.presentValueWith(ref, field, direction) - other;
    };
    const Money entered = asked.presentValue() - (against ? against->presentValue() : Money());

    std::vector<SensitivityInput> inputs;
    for (const Kind kind : allKinds) {
        if (kind == Kind::Cohort && asked.plan().cohorts.size() > mostCohorts) continue;
        for (const auto item : itemsOf(asked.plan(), kind)) {
            if (isIdle(asked.plan(), item) && (!against || isIdle(against->plan(), item))) continue;
            for (const auto& field : fieldsOf(kind)) {
                const auto value = valueOf(asked.plan(), item, field.key);
                SensitivityInput input{
                    .field = {item, std::string(field.key)}, .low = moved(field, value, Direction::Down), .high = moved(field, value, Direction::Up)};
                if (!canCost(kind, field) || isBlank(input.low) || input.low == input.high) continue;
                input.atLow = answer(input.field, field, Direction::Down);
                input.atHigh = answer(input.field, field, Direction::Up);
                if (input.atLow == entered && input.atHigh == entered) continue;
                input.swing = std::max(input.atLow, input.atHigh) - std::min(input.atLow, input.atHigh);
                input.changesTheWinner = base && (signOf(input.atLow) != signOf(entered) || signOf(input.atHigh) != signOf(entered));
                inputs.push_back(std::move(input));
            }
        }
    }
    std::ranges::stable_sort(inputs, std::greater{}, &SensitivityInput::swing); // of equal ones, the first in the plan first
    if (inputs.size() > most) inputs.resize(most);
    return inputs;
}

} // namespace tco
