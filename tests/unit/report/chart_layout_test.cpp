// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <numeric>

#include "support/comparisons.hpp"
#include "tco/money/text.hpp"
#include "tco/report/report.hpp"
#include "tco/report/text_measure.hpp"

using namespace tco;
using Shape = ChartPrimitive::Shape;

namespace {

struct Box {
    double left, top, right, bottom;
};

Box boxOf(const ChartPrimitive& primitive) {
    if (primitive.shape == Shape::Text) {
        const double width = textWidth(primitive.text, primitive.fontSize, primitive.bold);
        const double x = primitive.xs[0], y = primitive.ys[0];
        const double left = primitive.align == TextAlign::Left ? x : primitive.align == TextAlign::Right ? x - width : x - width / 2;
        return {left, y - textAscent * primitive.fontSize, left + width, y + textDescent * primitive.fontSize};
    }
    const auto [left, right] = std::ranges::minmax(primitive.xs);
    const auto [top, bottom] = std::ranges::minmax(primitive.ys);
    return {left, top, right, bottom};
}

std::string randomName() {
    static const std::vector<std::string> words{"Buy",  "in cash", "4-year lease", "Ünïted", "Chromebooks 14″ für alle", "x", "WWWWWWWWWWWWWWWWWWWWWWWW",
                                                "日本", "🙂",    "keep & repair"};
    std::string name;
    for (int i = *rc::gen::inRange(0, 4); i >= 0; --i) name += (name.empty() ? "" : " ") + *rc::gen::elementOf(words);
    return name;
}

/// The last total is where the changes lead to.
void makeLeadSomewhere(std::vector<Money>& waterfall) { waterfall.back() = std::accumulate(waterfall.begin(), waterfall.end() - 1, Money()); }

ChartSpec randomSpec() {
    ChartSpec spec;
    spec.kind = *rc::gen::element(ChartKind::GroupedBars, ChartKind::StackedBars, ChartKind::Lines, ChartKind::Waterfall, ChartKind::HorizontalBars);
    spec.title = *rc::gen::inRange(0, 4) ? randomName() + ": " + randomName() : "";
    const auto count = *rc::gen::inRange<std::size_t>(0, 21);
    for (std::size_t x = 0; x < count; ++x) spec.xLabels.push_back(*rc::gen::inRange(0, 10) ? FiscalYear{2027 + int(x)}.shortLabel() : randomName());
    const auto scale = *rc::gen::element<std::int64_t>(1, 100, 100'000, 100'000'000, 10'000'000'000'000);
    const bool credits = *rc::gen::inRange(0, 3) == 0;
    const auto values = [&] {
        std::vector<Money> made;
        for (std::size_t x = 0; x < count; ++x) made.push_back(Money::fromCents(*rc::gen::inRange<std::int64_t>(credits ? -1000 : 0, 1000) * scale));
        return made;
    };
    const int series = spec.kind == ChartKind::Waterfall ? 1 : *rc::gen::inRange(0, 10);
    for (int s = 0; s < series; ++s) spec.series.push_back({randomName(), "scenario." + std::to_string(s % 6), values()});
    if (spec.kind == ChartKind::Waterfall && count > 1) makeLeadSomewhere(spec.series.front().values);
    for (int marks = spec.kind == ChartKind::Lines ? *rc::gen::inRange(0, 4) : 0; marks > 0; --marks)
        spec.marks.push_back({*rc::gen::inRange<std::size_t>(0, 21), randomName()});
    if (spec.kind == ChartKind::StackedBars && *rc::gen::inRange(0, 2)) spec.outline = ChartSeries{randomName(), "outline", values()};
    return spec;
}

} // namespace

TEST_CASE("Every stroke of a chart stays inside the scene, and no label lies on another") {
    CHECK(rc::check([] {
        const auto spec = randomSpec();
        const double width = *rc::gen::inRange(1, 900), height = *rc::gen::inRange(1, 600), fontSize = *rc::gen::inRange(6, 14);
        const auto scene = layoutChart(spec, width, height, fontSize);
        RC_ASSERT(scene.width == width);
        RC_ASSERT(scene.height == height);
        std::vector<Box> texts;
        for (const auto& primitive : scene.primitives) {
            const auto box = boxOf(primitive);
            constexpr double hair = 1e-9;
            RC_ASSERT((box.left >= -hair && box.top >= -hair && box.right <= width + hair && box.bottom <= height + hair));
            if (primitive.shape != Shape::Text) continue;
            RC_ASSERT(!primitive.text.empty());
            for (const auto& other : texts)
                RC_ASSERT((box.left >= other.right || other.left >= box.right || box.top >= other.bottom || other.top >= box.bottom));
            texts.push_back(box);
        }
    }));
}

TEST_CASE("Bars are as high as their money, from zero, credits below the axis") {
    CHECK(rc::check([] {
        auto spec = randomSpec();
        if (spec.kind != ChartKind::StackedBars) spec.kind = ChartKind::GroupedBars;
        const auto scene = layoutChart(spec, 500, 300);
        double perCent = 0; // points per cent of money, the same for all bars
        std::optional<double> zero;
        for (const auto& primitive : scene.primitives)
            if (primitive.role == InkRole::Axis) zero = primitive.ys[0];
        std::map<std::pair<int, int>, bool> drawn;
        for (const auto& primitive : scene.primitives) {
            if (primitive.shape != Shape::Rect || primitive.seriesIndex < 0) continue;
            const auto value = spec.series[std::size_t(primitive.seriesIndex)].values[std::size_t(primitive.xIndex)];
            RC_ASSERT(!value.isZero());
            RC_ASSERT((drawn.emplace(std::pair(primitive.seriesIndex, primitive.xIndex), true).second));
            const auto box = boxOf(primitive);
            const double scale = (box.bottom - box.top) / std::abs(double(value.cents()));
            if (perCent == 0) perCent = scale;
            // 300 points divided into 1e-9 parts is the accuracy of the places on paper.
            RC_ASSERT(std::abs((box.bottom - box.top) - perCent * std::abs(double(value.cents()))) < 300 * 1e-9);
            RC_ASSERT(zero);
            RC_ASSERT((value.isNegative() ? box.top >= *zero - 1e-9 : box.bottom <= *zero + 1e-9));
            if (spec.kind == ChartKind::GroupedBars) RC_ASSERT(std::abs((value.isNegative() ? box.top : box.bottom) - *zero) < 1e-9);
        }
        if (scene.primitives.empty() || !zero) return;
        for (std::size_t s = 0; s < spec.series.size(); ++s)
            for (std::size_t x = 0; x < spec.xLabels.size(); ++x) RC_ASSERT((spec.series[s].values[x].isZero() != drawn.contains({int(s), int(x)})));
    }));
}

TEST_CASE("Lying bars are as long as their money, from zero, credits to the left") {
    CHECK(rc::check([] {
        auto spec = randomSpec();
        spec.kind = ChartKind::HorizontalBars;
        const auto scene = layoutChart(spec, 500, 400);
        std::optional<double> zero;
        for (const auto& primitive : scene.primitives)
            if (primitive.role == InkRole::Axis) zero = primitive.xs[0];
        double perCent = 0;
        for (const auto& primitive : scene.primitives) {
            if (primitive.seriesIndex < 0) continue;
            const auto value = spec.series[std::size_t(primitive.seriesIndex)].values[std::size_t(primitive.xIndex)];
            const auto box = boxOf(primitive);
            RC_ASSERT(zero);
            RC_ASSERT(std::abs((value.isNegative() ? box.right : box.left) - *zero) < 1e-9);
            if (perCent == 0) perCent = (box.right - box.left) / std::abs(double(value.cents()));
            RC_ASSERT(std::abs((box.right - box.left) - perCent * std::abs(double(value.cents()))) < 500 * 1e-9);
        }
    }));
}

TEST_CASE("The bars of a waterfall hang together and are as high as their changes") {
    CHECK(rc::check([] {
        auto spec = randomSpec();
        spec.kind = ChartKind::Waterfall;
        spec.outline.reset();
        if (spec.series.empty() || spec.xLabels.size() < 2) return;
        spec.series.resize(1);
        auto& values = spec.series.front().values;
        if (*rc::gen::inRange(0, 2)) values.front() = Money::fromDollars(10'000'000'000'000'000 / 1000);
        makeLeadSomewhere(values);
        const auto scene = layoutChart(spec, 700, 300);
        double perCent = 0;
        for (const auto& primitive : scene.primitives) {
            const auto x = std::size_t(std::max(primitive.xIndex, 0));
            if (primitive.xIndex <= 0 || x + 1 == values.size()) continue; // totals may stand on an axis that does not start at zero
            const auto box = boxOf(primitive);
            const double cents = std::abs(double(values[x].cents()));
            if (perCent == 0) perCent = (box.bottom - box.top) / cents;
            RC_ASSERT(std::abs((box.bottom - box.top) - perCent * cents) < 300 * 1e-6);
        }
    }));
}

TEST_CASE("A waterfall of small changes cuts its axis, marks it and says so") {
    ChartSpec spec;
    spec.kind = ChartKind::Waterfall;
    spec.title = "Why";
    spec.xLabels = {"Buy", "Payment", "Life", "Lease"};
    spec.series = {{"Total", "total", {Money::fromDollars(1'000'000), Money::fromDollars(30'000), Money::fromDollars(-10'000), Money::fromDollars(1'020'000)}}};
    CHECK(alternativeText(spec) ==
          "Waterfall chart: Why. Total: Buy $1,000,000, Payment $30,000, Life −$10,000, Lease $1,020,000. The axis starts at $980,000.");
    const auto scene = layoutChart(spec, 500, 240);
    CHECK(std::ranges::count(scene.primitives, InkRole::Paper, &ChartPrimitive::role) == 4);
    std::vector<std::string> texts;
    for (const auto& primitive : scene.primitives) texts.push_back(primitive.text);
    for (const char* part : {"+$30 k", "−$10 k", "Payment", "Life"}) CHECK(std::ranges::count(texts, part) == 1);
}

TEST_CASE("Ticks stand at round amounts and a bar answers with its exact figure") {
    const auto scene = layoutChart(yearlyChart(test::comparisonOf({{"Buy", {1'420'000, 150'000}, 0}, {"Lease", {820'000, 815'000}, 0}})), 500, 200);
    std::vector<std::string> ticks, tooltips;
    for (const auto& primitive : scene.primitives) {
        if (primitive.role == InkRole::MutedText && primitive.align == TextAlign::Right) ticks.push_back(primitive.text);
        if (!primitive.tooltip.empty()) tooltips.push_back(primitive.tooltip);
    }
    CHECK(ticks == std::vector<std::string>{"$0", "$500 k", "$1 M", "$1.5 M"});
    CHECK(std::ranges::count(tooltips, "FY27, Buy: $1,420,000") == 1);
    CHECK(tooltips.size() == 4);
}

TEST_CASE("The alternative text has every figure of the chart") {
    const auto comparison = test::comparisonOf({{"Buy", {1'420'000, 0}, 0}, {"Lease", {820'000, -5'000}, 0}});
    const auto text = alternativeText(yearlyChart(comparison));
    for (const char* part : {"Bar chart: ", "Buy: FY27 $1,420,000, FY28 $0.", "Lease: FY27 $820,000, FY28 −$5,000."}) CHECK(text.find(part) != text.npos);
    const auto stacked = alternativeText(categoryChart(comparison.scenarios[1], &comparison.scenarios[0]));
    for (const char* part : {"Stacked bar chart: ", "Total: FY27 $820,000, FY28 −$5,000.", "Devices $815,000", "For comparison, Buy: FY27 $1,420,000"})
        CHECK(stacked.find(part) != stacked.npos);
}

TEST_CASE("Text is shortened to fit, never by half a character") {
    CHECK(rc::check([] {
        const auto text = randomName();
        const double width = *rc::gen::inRange(0, 200);
        const auto cut = elided(text, width, 9);
        RC_ASSERT(textWidth(cut, 9) <= width);
        RC_ASSERT((cut.empty() || cut == text || cut.ends_with("…")));
        if (!cut.empty() && cut != text) RC_ASSERT((static_cast<unsigned char>(text[cut.size() - std::string_view("…").size()]) & 0xC0) != 0x80);
        std::string joined;
        for (const auto& line : wrapped(text, 200, 9, false, 100)) {
            RC_ASSERT(textWidth(line, 9) <= 200);
            joined += (joined.empty() ? "" : " ") + line;
        }
        if (joined.find("…") == joined.npos) RC_ASSERT(joined == text);
    }));
}
