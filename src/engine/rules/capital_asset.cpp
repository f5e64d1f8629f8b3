// SPDX-License-Identifier: Apache-2.0

// Capital assets: what is bought and costs enough is an asset that depreciates; the rest is an expense at once. In the funds
// both are expenditure when they are paid.

#include "capital_asset.hpp"

#include <fmt/format.h>

#include "tco/finance/depreciation.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

finance::DepreciationConvention conventionOf(DepreciationStart start) {
    switch (start) {
    case DepreciationStart::HalfYear: return finance::DepreciationConvention::HalfYear;
    case DepreciationStart::FullYear: return finance::DepreciationConvention::FullYear;
    case DepreciationStart::Month: break;
    }
    return finance::DepreciationConvention::Monthly;
}

} // namespace

bool isCapitalized(const Assumptions& assumptions, Money cost, std::int64_t units) {
    if (units <= 0 || cost.isZero()) return false;
    return cost.cents() >= assumptions.capitalizeUnit.cents() * units || (assumptions.capitalizeGroup && cost >= *assumptions.capitalizeGroup);
}

Money bookDepreciation(BookWriter& writer, const OwnedAsset& asset, Date end) {
    const auto& calendar = writer.calendar();
    const auto convention = conventionOf(writer.plan().assumptions.depreciation);
    Money bookValue = asset.cost;
    for (const auto& row : finance::depreciate(asset.cost, {}, asset.lifeMonths, asset.start, convention, calendar, end)) {
        const Date date = std::min(calendar.lastDay(row.year), end.addDays(-1));
        writer.move(date, Balance::CapitalAsset, -row.depreciation);
        writer.governmentWide(
            {date, row.depreciation, Element::Depreciation,
             fmt::format("straight-line depreciation of {} over {}", display(asset.cost, MoneyStyle::Cents), counted(asset.lifeMonths, "month")), true});
        bookValue -= row.depreciation;
    }
    return bookValue;
}

void bookOwnedAsset(BookWriter& writer, const OwnedAsset& asset) {
    const Date end = std::max(asset.disposed, asset.start.addDays(1));
    const Money bookValue = bookDepreciation(writer, asset, end);
    writer.move(end, Balance::CapitalAsset, -bookValue);
    writer.governmentWide(
        {end, bookValue + asset.sale, Element::DisposalResult,
         fmt::format("book value {} less proceeds {} at disposal", display(bookValue, MoneyStyle::Cents), display(-asset.sale, MoneyStyle::Cents))});
}

void bookSaleInFund(BookWriter& writer, const GenerationCosts& costs) {
    for (const auto& cost : costs.costs)
        if (cost.role == BookRole::Sale) writer.fund({cost.posting.date, cost.posting.amount, Element::Recover, cost.words});
}

void capitalAssetRule(const RuleContext<Decimal>& context, const GenerationCosts& costs, Books& books) {
    const Plan& plan = context.plan;
    const auto& generation = costs.generation;
    const Money cost = costs.sum(BookRole::Equipment) + costs.sum(BookRole::Ancillary);
    if (!isCapitalized(plan.assumptions, cost, generation.bought()) || generation.byAgreement) {
        for (const auto& each : costs.costs)
            bookExpense(each, books, plan, each.role == BookRole::Equipment ? std::optional(Element::SmallEquipment) : std::nullopt);
        return;
    }
    BookWriter writer(books, plan, "capital_asset", costs.like());
    for (const auto& each : costs.costs) {
        if (each.role == BookRole::Sale) continue;
        writer.fund({each.posting.date, each.posting.amount, each.posting.element, each.words});
        writer.move(each.posting.date, Balance::CapitalAsset, each.posting.amount);
    }
    bookSaleInFund(writer, costs);
    bookOwnedAsset(writer, {cost, 12 * costs.life.model->usefulLife, generation.start, generation.end, costs.sum(BookRole::Sale)});
}

} // namespace tco
