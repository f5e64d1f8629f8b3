// SPDX-License-Identifier: Apache-2.0
#include "statement.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include <fmt/format.h>

#include "tco/engine/comparison.hpp"
#include "tco/money/text.hpp"

namespace tco::test {
namespace {

std::string cents(Money amount) { return displayCell(amount, MoneyStyle::Cents); }
std::string cents(const std::optional<Money>& amount) { return amount ? cents(*amount) : "not known"; }

class Statement {
  public:
    explicit Statement(const Plan& plan) : m_plan(plan), m_comparison(compare(plan, defaultScenarios(plan))) {
        for (const auto& scenario : m_comparison.scenarios) m_width = std::max(m_width, scenario.calculation->name.size() + 2);
    }

    std::string write() {
        heading();
        findings();
        summary();
        years("Nominal cost by fiscal year", [](const YearFigures& year) { return cents(year.nominal); });
        total([](const Figures& figures) { return figures.nominal; });
        years("Present value by fiscal year", [](const YearFigures& year) { return cents(year.presentValue); });
        total([](const Figures& figures) { return figures.presentValue; });
        categories();
        elements();
        years("Devices in service on the last day", [](const YearFigures& year) { return displayCount(year.devices); });
        years("Units put into service", [](const YearFigures& year) { return displayCount(year.refreshed); });
        return std::move(m_text);
    }

  private:
    template <class... Args> void line(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Args>(args)...);
        m_text += '\n';
    }

    /// One row: a label and one cell per scenario.
    template <class Cell> void row(std::string_view label, Cell cell) {
        std::string text = fmt::format("{:<38}", label);
        for (const auto& scenario : m_comparison.scenarios) text += fmt::format("{:>{}}", cell(scenario), m_width);
        line("{}", text);
    }

    void table(std::string_view title) {
        m_text += '\n';
        row(title, [](const ComparedScenario& scenario) { return scenario.calculation->name; });
        line("{:-<{}}", "", 38 + m_width * m_comparison.scenarios.size());
    }

    void heading() {
        const auto calendar = m_plan.calendar();
        line("{}, {}", m_plan.district.name, m_plan.district.state);
        line("{}", m_plan.district.question);
        line("{} to {}", calendar.fullLabel(m_plan.firstYear()), calendar.fullLabel(m_plan.lastYear()));
        const auto* timing = findField(Kind::Assumptions, "discount_timing");
        line("Discount rate {}, costs fall at: {}", display(m_plan.assumptions.discountRate.value_or(Rate())),
             displayText(m_plan, *timing, valueOf(m_plan, {Kind::Assumptions, singleId}, timing->key)));
    }

    void findings() {
        for (const auto& scenario : m_comparison.scenarios)
            for (const auto& finding : scenario.calculation->findings) line("{} ({}): {}", scenario.calculation->name, finding.code, finding.message);
    }

    void summary() {
        using S = const ComparedScenario&;
        table("Summary");
        row("Nominal cost", [](S s) { return cents(s.figures.nominal); });
        row("  of it direct", [](S s) { return cents(s.figures.direct); });
        row("Present value", [](S s) { return cents(s.figures.presentValue); });
        row("Equivalent annual cost", [](S s) { return cents(s.figures.equivalentAnnual); });
        row("Average per year", [](S s) { return cents(s.figures.averagePerYear); });
        row("Peak year", [](S s) { return s.figures.peakYear.shortLabel(); });
        row("Cost of the peak year", [](S s) { return cents(s.figures.peak); });
        row("Per student and year", [](S s) { return cents(s.figures.perStudentYear); });
        row("Per device and year", [](S s) { return cents(s.figures.perDeviceYear); });
        row("More than the first, nominal", [](S s) { return cents(s.nominalDifference); });
        row("More than the first, present value", [](S s) { return cents(s.presentValueDifference); });
        row("Postings", [](S s) { return displayCount(std::int64_t(s.calculation->ledger.size())); });

        const auto breakEven = [&](S s) { return breakEvenPayment(m_comparison.scenarios.front(), s); };
        row("First lease payments", [&](S s) { return breakEven(s) ? cents(breakEven(s)->quoted) : "–"; });
        row("Break-even payment against the first", [&](S s) { return breakEven(s) ? cents(breakEven(s)->breakEven) : "–"; });
    }

    template <class Cell> void years(std::string_view title, Cell cell) {
        table(title);
        for (std::size_t i = 0; i < m_comparison.scenarios.front().figures.years.size(); ++i)
            row(m_comparison.scenarios.front().figures.years[i].year.shortLabel(), [&](const ComparedScenario& s) { return cell(s.figures.years[i]); });
    }

    void total(const std::function<Money(const Figures&)>& sum) {
        row("Total", [&](const ComparedScenario& s) { return cents(sum(s.figures)); });
    }

    template <class Key> void breakdown(std::string_view title, std::size_t count, auto Figures::*member) {
        table(title);
        for (std::size_t i = 0; i < count; ++i) {
            const bool used = std::ranges::any_of(m_comparison.scenarios, [&](const ComparedScenario& s) { return !(s.figures.*member)[i].isZero(); });
            if (used) row(label(Key(i)), [&](const ComparedScenario& s) { return cents((s.figures.*member)[i]); });
        }
        total([](const Figures& figures) { return figures.nominal; });
    }

    void categories() { breakdown<CostCategory>("Nominal cost by category", costCategoryCount, &Figures::byCategory); }
    void elements() { breakdown<Element>("Nominal cost by what the money does", elementCount, &Figures::byElement); }

    const Plan& m_plan;
    Comparison m_comparison;
    std::size_t m_width = 20;
    std::string m_text;
};

} // namespace

std::string statement(const Plan& plan) { return Statement(plan).write(); }

} // namespace tco::test
