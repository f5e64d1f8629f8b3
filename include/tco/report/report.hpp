// SPDX-License-Identifier: Apache-2.0
#pragma once

// A report as a tree of blocks, independent of how it is written (PDF, text; later HTML and XLSX).

#include <string>
#include <variant>
#include <vector>

#include "tco/base/date.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/report/chart.hpp"

namespace tco {

struct Heading {
    int level = 1; ///< 1–3; the title of the report is the only level 1
    std::string text;
};

struct Paragraph {
    enum class Style { Body, Lead, Small } style = Style::Body; ///< Lead: the answer in large type
    std::string text;
};

/// What a figure is the sum of, so that it can be opened down to its postings.
struct FigureOrigin {
    std::size_t scenario = 0; ///< index in the comparison
    PostingFilter filter = {};
    View view = View::Cash;
};

struct Table {
    struct Column {
        std::string title;
        TextAlign align = TextAlign::Right;
        double width = 1; ///< relative
    };
    struct Cell {
        std::string text;  ///< a line feed begins a new line
        bool best = false; ///< marked as the better value, in bold with a mark
        std::optional<FigureOrigin> origin = {};
    };
    struct Row {
        std::vector<Cell> cells; ///< the first is the row's header
        bool total = false;      ///< bold, with a line above
    };
    std::string caption; ///< says what the table shows, units included
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string note; ///< small print below; may be empty
};

struct ChartBlock {
    ChartSpec chart;
    double height = 200; ///< points
};

using Block = std::variant<Heading, Paragraph, Table, ChartBlock>;

struct Report {
    std::string title;
    std::string author; ///< "prepared by"; the district's name when blank
    std::string subject;
    std::string pageHeader; ///< "Lakeview USD · Technology cost comparison"
    std::string footer;     ///< file, date of the data, reference
    std::vector<Block> blocks;
};

struct ReportOptions {
    std::string fileName; ///< shown in the footer
    Date date;            ///< date of the report; the front end reads the clock
};

/// The comparison for a school board: question, answer, options side by side and yearly chart on the first page, then the
/// sections (tco/report/sections.hpp), every assumption with its source, findings.
Report comparisonReport(const Plan& plan, const Comparison& comparison, const ReportOptions& options);

/// The answer in a few sentences; the screens say the same words. It speaks of the budget (direct cost); where there is
/// indirect cost, a sentence of its own says how much.
std::string answerSentence(const Comparison& comparison);
/// For each scenario that leases, the payment below which it costs less than the first one that does not.
std::vector<std::string> leasePaymentSentences(const Comparison& comparison);

/// Options side by side, short: total, present value, yearly average, highest year, per device, per student.
Table sideBySideTable(const Comparison& comparison);
/// What the budget pays, by year.
Table yearlyTable(const Comparison& comparison);
Table assumptionsTable(const Plan& plan);
ChartSpec yearlyChart(const Comparison& comparison);
/// What the budget pays by year, stacked by category, with the compared scenario as an outline.
ChartSpec categoryChart(const ComparedScenario& shown, const ComparedScenario* outline);

/// "Chromebook 14″: Price"; the field alone where there is one item of the kind only.
std::string fieldName(const Plan& plan, const FieldRef& field);

/// For a terminal: tables with aligned columns, no colours.
std::string writeText(const Report& report);
std::string writeText(const Table& table);

} // namespace tco
