// SPDX-License-Identifier: Apache-2.0

// Why two options differ, and what the difference hangs on.

#include <algorithm>

#include <fmt/format.h>

#include "scenario_columns.hpp"
#include "tco/report/changes.hpp"
#include "tco/report/sections.hpp"
#include "words.hpp"

namespace tco {
namespace {

/// "Price of Chromebook 14″; Life of Chromebook 14″; new: Laptop; and 3 more".
std::string differencesOf(const CauseDifferences& step, const Plan& from, const Plan& to) {
    constexpr std::size_t mostNamed = 3;
    std::vector<std::string> names;
    for (const auto& field : step.fields) names.push_back(fieldName(to, field));
    for (const auto item : step.added) names.push_back("new: " + nameOf(to, item));
    for (const auto item : step.removed) names.push_back("gone: " + nameOf(from, item));
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), mostNamed); ++i) text += (i ? "; " : "") + names[i];
    return names.size() > mostNamed ? fmt::format("{}; and {} more", text, names.size() - mostNamed) : text;
}

/// "the discount rate", "the price of “Chromebook 14″”"; FTE keeps its capitals.
std::string fieldPhrase(const Plan& plan, const FieldRef& ref) {
    std::string label(findField(ref.item.kind, ref.field)->label);
    const bool isAbbreviation = label.size() > 1 && label[1] >= 'A' && label[1] <= 'Z';
    if (!isAbbreviation && label[0] >= 'A' && label[0] <= 'Z') label[0] = char(label[0] | 0x20);
    if (infoOf(ref.item.kind).single) return "the " + label;
    return fmt::format("the {} of {}", label, words::quoted(nameOf(plan, ref.item)));
}

/// Nobody charges a negative rate: what counts is that the answer holds down to zero.
std::string belowZeroSentence(const std::string& cheaper, const std::string& dearer, const std::string& phrase, bool isZeroNow, const std::string& now,
                              const std::string& at) {
    const auto downToZero = isZeroNow ? fmt::format("with {} at zero, as now", phrase) : fmt::format("even if {}, {} now, falls to zero", phrase, now);
    return fmt::format("In today’s money {} costs less than {} {}; the nearest rate at which both cost the same is negative: {}.", cheaper, dearer, downToZero,
                       at);
}

std::string sentenceOf(const ComparedScenario& first, const ComparedScenario& other, const BreakEven& solved) {
    const auto& plan = *other.calculation->plan;
    const auto* field = findField(solved.field.item.kind, solved.field.field);
    const auto phrase = fieldPhrase(plan, solved.field);
    const auto now = words::valueText(plan, *field, solved.entered), at = words::valueText(plan, *field, solved.value);
    const auto name = words::nameOf(other), firstName = words::nameOf(first);
    const auto difference = other.figures.presentValue - first.figures.presentValue;
    if (solved.kind == BreakEvenKind::Years) { // whole years do not meet exactly: say from when on the other one is cheaper
        const bool otherThen = !difference.isNegative();
        return fmt::format("In today’s money {} costs less than {} once {} is {} or {}; it is {} now.", otherThen ? name : firstName,
                           otherThen ? firstName : name, phrase, at, solved.value > solved.entered ? "more" : "less", now);
    }
    if (now == at) return fmt::format("In today’s money {} and {} cost the same with {} as entered, {}.", name, firstName, phrase, now);
    const bool isBelowNow = solved.entered < solved.value;
    const auto *rate = std::get_if<Rate>(&solved.value), *rateNow = std::get_if<Rate>(&solved.entered);
    const auto hasSign = [](const Rate* each) { return each && each->fraction().isNegative(); };
    if (hasSign(rate) && !hasSign(rateNow)) {
        const bool firstIsCheaper = solved.secondIsCheaperBelow;
        return belowZeroSentence(firstIsCheaper ? firstName : name, firstIsCheaper ? name : firstName, phrase, !rateNow || rateNow->isZero(), now, at);
    }
    return fmt::format("In today’s money {} costs less than {} {} {} is {} {}; it is {} now.", name, firstName,
                       isBelowNow == solved.secondIsCheaperBelow ? "as long as" : "only if", phrase, solved.secondIsCheaperBelow ? "below" : "above", at, now);
}

/// What the sensitivity is about: the difference of two options, or the present value of one.
Money centerOf(const Comparison& comparison, const Analyses& analyses) {
    const auto& scenarios = comparison.scenarios;
    const auto present = scenarios[analyses.other].figures.presentValue;
    return analyses.other ? present - scenarios.front().figures.presentValue : present;
}

std::string subjectOf(const Comparison& comparison, const Analyses& analyses) {
    const auto& scenarios = comparison.scenarios;
    if (!analyses.other) return fmt::format("the present value of {}", words::nameOf(scenarios.front()));
    return fmt::format("the present value of {} less that of {}", words::nameOf(scenarios[analyses.other]), words::nameOf(scenarios.front()));
}

std::string triedText(const Plan& plan, const SensitivityInput& input) {
    const auto* field = findField(input.field.item.kind, input.field.field);
    return fmt::format("{} to {}", displayText(plan, *field, input.low), displayText(plan, *field, input.high));
}

} // namespace

Table waterfallTable(const Waterfall& waterfall, const WaterfallEnd& from, const WaterfallEnd& to) {
    Table table;
    if (waterfall.steps.empty()) return table;
    table.caption = fmt::format("From {} to {}, cause by cause, in dollars", words::quoted(from.name), words::quoted(to.name));
    table.columns = {{"Cause", TextAlign::Left, 1.2}, {"What differs", TextAlign::Left, 2.6}, {"Total"}, {"Present value"}};
    const auto addRow = [&](std::string cause, std::string what, Money nominal, Money present, bool total) {
        table.rows.push_back({{{std::move(cause)}, {std::move(what)}, {displayCell(nominal)}, {displayCell(present)}}, total});
    };
    addRow(from.name, "–", waterfall.fromNominal, waterfall.fromPresentValue, false);
    for (const auto& step : waterfall.steps)
        addRow(std::string(label(step.cause)), differencesOf(step, from.plan, to.plan), step.nominal, step.presentValue, false);
    addRow(to.name, "–", waterfall.toNominal, waterfall.toPresentValue, true);
    if (waterfall.steps.size() > 1)
        table.note = "The causes are put in one after the other, in this order, so that they add up exactly; another order would share what two causes do "
                     "together in another way.";
    return table;
}

Table waterfallTable(const Comparison& comparison, const Analyses& analyses, std::size_t scenario) {
    const auto &first = *comparison.scenarios.front().calculation, &other = *comparison.scenarios[scenario].calculation;
    auto table = waterfallTable(analyses.waterfalls[scenario - 1], {first.name, *first.plan}, {other.name, *other.plan});
    if (table.rows.empty()) return table;
    if (words::hasIndirect(comparison)) table.caption += ", indirect cost included";
    for (const std::size_t row : {std::size_t(0), table.rows.size() - 1})
        for (const std::size_t column : {2, 3}) table.rows[row].cells[column].origin = FigureOrigin{row ? scenario : 0};
    return table;
}

ChartSpec waterfallChart(const Comparison& comparison, const Analyses& analyses, std::size_t scenario) {
    const auto& first = comparison.scenarios.front();
    const auto& other = comparison.scenarios[scenario];
    const auto& waterfall = analyses.waterfalls[scenario - 1];
    ChartSpec chart;
    chart.kind = ChartKind::Waterfall;
    chart.xTitle = "Cause";
    ChartSeries series{"Total", "total", {waterfall.fromNominal}};
    chart.xLabels.push_back(first.calculation->name);
    const WaterfallStep* largest = nullptr;
    for (const auto& step : waterfall.steps) {
        chart.xLabels.emplace_back(label(step.cause));
        series.values.push_back(step.nominal);
        if (!largest || magnitude(step.nominal) > magnitude(largest->nominal)) largest = &step;
    }
    chart.xLabels.push_back(other.calculation->name);
    series.values.push_back(waterfall.toNominal);
    chart.series.push_back(std::move(series));
    const auto difference = waterfall.toNominal - waterfall.fromNominal;
    chart.title = fmt::format("Why {} costs {} {} than {}", words::nameOf(other), display(magnitude(difference), MoneyStyle::Compact),
                              words::moreOrLess(difference), words::nameOf(first));
    if (difference.isZero()) chart.title = fmt::format("Why {} costs the same as {}", words::nameOf(other), words::nameOf(first));
    if (largest && !largest->nominal.isZero())
        chart.title += fmt::format(": most of all “{}” ({}{})", label(largest->cause), largest->nominal.isNegative() ? "" : "+",
                                   display(largest->nominal, MoneyStyle::Compact));
    return chart;
}

std::vector<std::string> breakEvenSentences(const Comparison& comparison, const Analyses& analyses) {
    auto sentences = leasePaymentSentences(comparison);
    const bool paymentIsSaid = !sentences.empty();
    for (const auto& solved : analyses.breakEvens)
        if (solved.kind != BreakEvenKind::LeasePayment || !paymentIsSaid)
            sentences.push_back(sentenceOf(comparison.scenarios.front(), comparison.scenarios[analyses.other], solved));
    return sentences;
}

Table sensitivityTable(const Comparison& comparison, const Analyses& analyses) {
    Table table;
    if (analyses.sensitivity.empty()) return table;
    const bool two = analyses.other != 0;
    const auto& plan = *comparison.scenarios[analyses.other].calculation->plan;
    table.caption = fmt::format("What each input does to {}, in dollars{}", subjectOf(comparison, analyses),
                                words::hasIndirect(comparison) ? ", indirect cost included" : "");
    table.columns = {
        {"Input", TextAlign::Left, 2.2}, {"Tried", TextAlign::Left, 1.4}, {"At the low value"}, {"At the high value"}, {"Swing", TextAlign::Right, 0.9}};
    if (two) table.columns.push_back({"Changes which costs less", TextAlign::Left, 0.9});
    for (const auto& input : analyses.sensitivity) {
        Table::Row row{{{fieldName(plan, input.field)}, {triedText(plan, input)}}};
        for (const auto amount : {input.atLow, input.atHigh, input.swing}) row.cells.push_back({displayCell(amount)});
        if (two) row.cells.push_back({input.changesTheWinner ? "yes" : "no"});
        table.rows.push_back(std::move(row));
    }
    table.note = fmt::format("As entered, it is {}. One input at a time is moved, in all options; everything else stays. Amounts and numbers are moved by 10%, "
                             "yearly rates by one point, lives by one year.",
                             words::amount(centerOf(comparison, analyses)));
    return table;
}

ChartSpec sensitivityChart(const Comparison& comparison, const Analyses& analyses) {
    ChartSpec chart;
    chart.kind = ChartKind::HorizontalBars;
    chart.xTitle = "Input";
    if (analyses.sensitivity.empty()) return chart;
    const auto& plan = *comparison.scenarios[analyses.other].calculation->plan;
    const auto center = centerOf(comparison, analyses);
    ChartSeries low{"change at the low value", "scenario.0", {}}, high{"change at the high value", "scenario.1", {}};
    for (const auto& input : analyses.sensitivity) {
        chart.xLabels.push_back(fmt::format("{} ({})", fieldName(plan, input.field), triedText(plan, input)));
        low.values.push_back(input.atLow - center);
        high.values.push_back(input.atHigh - center);
    }
    chart.series = {std::move(low), std::move(high)};
    const auto& top = analyses.sensitivity.front();
    chart.title = fmt::format("{} hangs most on “{}”", analyses.other ? "The difference" : "The cost", fieldName(plan, top.field));
    return chart;
}

} // namespace tco
