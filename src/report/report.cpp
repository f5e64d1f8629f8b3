// SPDX-License-Identifier: Apache-2.0

// Puts the comparison for a school board together: the answer on the first page, what it rests on after it.

#include "tco/report/report.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scenario_table.hpp"
#include "tco/report/sections.hpp"
#include "words.hpp"

namespace tco {
namespace {

std::vector<std::string> namesOf(const Comparison& comparison) {
    std::vector<std::string> names;
    for (const auto& scenario : comparison.scenarios) names.push_back(words::nameOf(scenario));
    return names;
}

std::string titleOf(const Comparison& comparison) {
    const auto names = namesOf(comparison);
    switch (names.size()) {
    case 0: return "Technology cost";
    case 1: return "Technology cost: " + comparison.scenarios[0].calculation->name;
    case 2: return fmt::format("Technology cost comparison: {} or {}", names[0], names[1]);
    default: return fmt::format("Technology cost comparison: {} options", words::number(names.size()));
    }
}

std::string questionOf(const Plan& plan, const Comparison& comparison) {
    if (!plan.district.question.empty()) return plan.district.question;
    const auto names = namesOf(comparison);
    const auto years = words::years(std::size_t(std::max(plan.district.horizon, 0)));
    if (names.size() < 2) return fmt::format("What does the district’s technology cost over {}?", years);
    if (names.size() == 2) return fmt::format("Which costs the district less over {}: {} or {}?", years, names[0], names[1]);
    return fmt::format("Which costs the district least over {}: {}?", years, words::listed(names));
}

std::string byline(const Plan& plan, const ReportOptions& options) {
    const auto& district = plan.district;
    auto text = district.name;
    if (!district.state.empty()) text += (text.empty() ? "" : ", ") + district.state;
    text += (text.empty() ? "" : " · ") + options.date.display();
    if (!district.preparedBy.empty()) text += " · Prepared by " + district.preparedBy;
    return text;
}

/// Two printouts with the same code show the same figures (FNV-1a over every cent).
std::string referenceCode(const Comparison& comparison) {
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&](std::uint64_t value) {
        for (int byte = 0; byte < 8; ++byte) hash = (hash ^ ((value >> (8 * byte)) & 0xFF)) * 1099511628211ULL;
    };
    for (const auto& scenario : comparison.scenarios) {
        for (const char c : scenario.calculation->name) mix(static_cast<unsigned char>(c));
        for (const auto cents : scenario.calculation->ledger.amountCents()) mix(std::uint64_t(cents));
        mix(std::uint64_t(scenario.figures.nominal.cents()));
        mix(std::uint64_t(scenario.figures.presentValue.cents()));
    }
    return fmt::format("{:04X}-{:04X}", (hash >> 16) & 0xFFFF, hash & 0xFFFF);
}

std::string_view label(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Note: return "note";
    }
    return "note";
}

Table findingsTable(const Plan& plan, const Comparison& comparison, const Analyses& analyses) {
    Table table;
    table.caption = "What the program noticed in the entries and the calculation";
    table.columns = {{"Kind", TextAlign::Left, 0.7}, {"Finding", TextAlign::Left, 4.3}, {"Where", TextAlign::Left, 1.6}};
    std::set<std::string> seen;
    const auto add = [&](const Findings& findings) {
        for (const auto& finding : findings)
            if (seen.insert(finding.message + '\n' + finding.where).second)
                table.rows.push_back({{{std::string(label(finding.severity))}, {finding.message}, {finding.where.empty() ? "–" : finding.where}}});
    };
    add(validate(plan));
    for (const auto& scenario : comparison.scenarios) add(scenario.calculation->findings);
    for (const auto& books : analyses.books) add(books.findings);
    for (const auto& funding : analyses.funding) add(funding.findings);
    return table;
}

std::string presentValueNote(const Plan& plan) {
    const auto& assumptions = plan.assumptions;
    if (!assumptions.discountRate || assumptions.discountRate->isZero())
        return "Present value, or today’s money: no discount rate is entered, so the present value equals the total. ";
    const auto* timing = findField(Kind::Assumptions, "discount_timing");
    auto when = displayText(plan, *timing, valueOf(plan, {Kind::Assumptions, singleId}, timing->key));
    std::ranges::transform(when.begin(), when.begin() + 1, when.begin(), [](char c) { return char(c | 0x20); });
    return fmt::format("Present value, or today’s money: a dollar paid later weighs less than a dollar paid now. Every cost is discounted to the first day "
                       "of the plan, {}, at {} per year; when in its year a cost falls: {}. ",
                       plan.firstDay().display(), display(*assumptions.discountRate), when);
}

void addMethod(const Plan& plan, const Comparison& comparison, std::vector<Block>& blocks) {
    const auto paragraph = [&](std::string text) { blocks.push_back(Paragraph{Paragraph::Style::Body, std::move(text)}); };
    blocks.push_back(Heading{2, "How to read the figures"});
    paragraph(
        "Cash view: tables and charts show what the district pays in each fiscal year, in the dollars of that year, where they do not say “used up”. They are "
        "not the figures of the financial statements: GASB Statement No. 87 and its relatives spread leases over their term, and capital assets are "
        "depreciated there.");
    if (words::hasIndirect(comparison))
        paragraph(
            "Budget, or direct cost, is what the district pays. Indirect cost is the time that technology takes from people outside the technology office, and "
            "losses to be expected from incidents. It is real, but nobody sends a bill: it is shown apart and is never part of a budget figure.");
    paragraph(presentValueNote(plan) +
              "Equivalent yearly cost: the level amount which, paid at the end of every plan year, has the same present value. It lets options "
              "with different timing be compared in one number.");
    paragraph(
        "Average per year is the total divided by the number of years. Per device and per student figures divide the total by the devices in service and the "
        "students enrolled, year by year. Prices, wages and services change per year as listed under the assumptions. A minus sign marks a credit, or an "
        "option that costs less; “–” means zero.");
}

} // namespace

Report comparisonReport(const Plan& plan, const Comparison& comparison, const ReportOptions& options) {
    Report report;
    report.title = titleOf(comparison);
    report.author = !plan.district.preparedBy.empty() ? plan.district.preparedBy : plan.district.name;
    report.subject = questionOf(plan, comparison);
    report.pageHeader = plan.district.name + (plan.district.name.empty() ? "" : " · ") + "Technology cost comparison";
    report.footer =
        fmt::format("{}{}{} · reference {}", options.fileName, options.fileName.empty() ? "" : " · ", options.date.display(), referenceCode(comparison));

    auto& blocks = report.blocks;
    const auto body = Paragraph::Style::Body;
    blocks.push_back(Heading{1, report.title});
    blocks.push_back(Paragraph{Paragraph::Style::Small, byline(plan, options)});
    blocks.push_back(Heading{2, "Question"});
    blocks.push_back(Paragraph{body, report.subject});
    blocks.push_back(Heading{2, "Answer"});
    blocks.push_back(Paragraph{Paragraph::Style::Lead, answerSentence(comparison)});
    if (comparison.scenarios.empty() || comparison.scenarios.front().figures.years.empty()) return report;
    blocks.push_back(sideBySideTable(comparison));
    blocks.push_back(ChartBlock{yearlyChart(comparison), 170});
    const auto analyses = analyse(comparison);
    for (auto& section : comparisonSections(comparison, analyses)) {
        blocks.push_back(Heading{2, std::move(section.title)});
        for (auto& block : section.blocks) blocks.push_back(std::move(block));
    }
    blocks.push_back(Heading{2, "The options"});
    for (const auto& scenario : comparison.scenarios)
        if (const auto* found = findById(plan.scenarios, scenario.calculation->scenario); found && !found->description.empty())
            blocks.push_back(Paragraph{body, fmt::format("{}: {}", words::quoted(found->name), found->description)});
    blocks.push_back(scenarioTable(plan, comparison));
    blocks.push_back(Heading{2, "Assumptions and their sources"});
    blocks.push_back(assumptionsTable(plan));
    blocks.push_back(Heading{2, "Findings"});
    if (auto findings = findingsTable(plan, comparison, analyses); !findings.rows.empty())
        blocks.push_back(std::move(findings));
    else
        blocks.push_back(Paragraph{body, "The program noticed nothing doubtful in the entries."});
    addMethod(plan, comparison, blocks);
    return report;
}

} // namespace tco
