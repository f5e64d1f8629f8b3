// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include "analysis_plan.hpp"
#include "tco/engine/unrounded.hpp"

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
    explicit Asked(const Calculation& calculation) : m_calculation(calculation), m_plan(withoutWords(*calculation.plan)), m_quick(m_plan) {}

    const Plan& plan() const { return m_plan; }
    Money presentValue() const { return m_calculation.ledger.sum().presentValue; }
    Money presentValueWith(const FieldRef& ref, Direction direction) {
        return with(m_plan, ref, direction, [&] { return calculate(m_plan, {}, &m_calculation)->ledger.sum().presentValue; });
    }
    /// Quickly, in doubles: good enough to choose what to look at.
    double roughPresentValueWith(const FieldRef& ref, Direction direction) {
        if (isOnlyAnAmount(ref)) return with(m_quick.plan(), ref, direction, [&] { return m_quick.totals().presentValue; });
        return with(m_plan, ref, direction, [&] { return unroundedTotals<double>(m_plan).presentValue; });
    }

  private:
    /// Whether it leaves dates, numbers of units and people alone, as a projection asks for.
    static bool isOnlyAnAmount(const FieldRef& ref) {
        const auto type = findField(ref.item.kind, ref.field)->type;
        if (ref.item.kind == Kind::Position) return ref.field == "salary" || ref.field == "benefits";
        return type != FieldType::Count && ref.field != "spares";
    }

    template <class Ask> static auto with(Plan& plan, const FieldRef& ref, Direction direction, Ask ask) -> decltype(ask()) {
        const Value entered = valueOf(plan, ref.item, ref.field);
        const Value tried = moved(*findField(ref.item.kind, ref.field), entered, direction);
        if (!isBlank(tried)) setValue(plan, ref.item, ref.field, tried);
        const auto answer = ask();
        setValue(plan, ref.item, ref.field, entered);
        return answer;
    }

    const Calculation& m_calculation;
    Plan m_plan;
    Projection<double> m_quick;
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

/// Every input that can be moved, with the values to try.
std::vector<SensitivityInput> candidates(const Plan& plan, const Plan* other) {
    std::vector<SensitivityInput> inputs;
    for (const Kind kind : allKinds) {
        if (kind == Kind::Cohort && plan.cohorts.size() > mostCohorts) continue;
        for (const auto item : itemsOf(plan, kind)) {
            if (isIdle(plan, item) && (!other || isIdle(*other, item))) continue;
            for (const auto& field : fieldsOf(kind)) {
                const auto entered = valueOf(plan, item, field.key);
                auto low = moved(field, entered, Direction::Down), high = moved(field, entered, Direction::Up);
                if (canCost(kind, field) && !isBlank(low) && low != high) inputs.push_back({{item, std::string(field.key)}, std::move(low), std::move(high)});
            }
        }
    }
    return inputs;
}

/// Keeps the `most` with the largest swing, in the order of the plan.
void keepLargest(std::vector<SensitivityInput>& inputs, std::size_t most, Asked& asked, std::optional<Asked>& against) {
    if (inputs.size() <= most) return;
    const auto rough = [&](const FieldRef& ref, Direction direction) {
        return asked.roughPresentValueWith(ref, direction) - (against ? against->roughPresentValueWith(ref, direction) : 0);
    };
    std::vector<std::pair<double, std::size_t>> swings;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        swings.emplace_back(std::abs(rough(inputs[i].field, Direction::Up) - rough(inputs[i].field, Direction::Down)), i);
    std::ranges::stable_sort(swings, std::greater{}, &std::pair<double, std::size_t>::first);
    swings.resize(most);
    std::ranges::sort(swings, {}, &std::pair<double, std::size_t>::second);
    std::vector<SensitivityInput> largest;
    for (const auto& [swing, index] : swings) largest.push_back(std::move(inputs[index]));
    inputs = std::move(largest);
}

} // namespace

std::vector<SensitivityInput> sensitivity(const Calculation& shown, const Calculation* base, std::size_t most) {
    if (shown.counts.empty() || (base && base->counts.empty())) return {};
    Asked asked(shown);
    std::optional<Asked> against;
    if (base) against.emplace(*base);
    auto inputs = candidates(asked.plan(), against ? &against->plan() : nullptr);
    keepLargest(inputs, most, asked, against);

    const Money entered = asked.presentValue() - (against ? against->presentValue() : Money());
    const auto answer = [&](const FieldRef& ref, Direction direction) {
        return asked.presentValueWith(ref, direction) - (against ? against->presentValueWith(ref, direction) : Money());
    };
    for (auto& input : inputs) {
        input.atLow = answer(input.field, Direction::Down);
        input.atHigh = answer(input.field, Direction::Up);
        input.swing = std::max(input.atLow, input.atHigh) - std::min(input.atLow, input.atHigh);
        input.changesTheWinner = base && (signOf(input.atLow) != signOf(entered) || signOf(input.atHigh) != signOf(entered));
    }
    std::erase_if(inputs, [&](const SensitivityInput& input) { return input.atLow == entered && input.atHigh == entered; });
    std::ranges::stable_sort(inputs, std::greater{}, &SensitivityInput::swing); // of equal ones, the first in the plan first
    return inputs;
}

} // namespace tco
