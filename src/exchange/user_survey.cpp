// SPDX-License-Identifier: Apache-2.0

// The rules of this format, for people: docs/import-survey.md.

#include "tco/exchange/user_survey.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "cell_text.hpp"
#include "tco/base/ascii.hpp"
#include "tco/exchange/csv.hpp"
#include "tco/model/field.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

enum class Period { Week, Month, Year };

struct Unit {
    bool minutes = false;
    Period period = Period::Year;
};

struct Activity {
    std::string_view field;
    std::string_view formUnit; ///< in which people can answer from memory
};

constexpr Activity activities[] = {{"formal_training", "h/year"}, {"casual_learning", "h/month"}, {"self_support", "min/week"},
                                   {"peer_support", "min/week"},  {"files", "min/week"},          {"downtime", "min/week"}};

constexpr std::string_view groupColumns[] = {"group", "usergroup"};
constexpr std::string_view wordsForUnknown[] = {"", "?", "don't know", "don’t know", "dont know", "unknown", "n/a"};
const Decimal mostHours(4000); // more than a person is paid for in a year

bool isOneOf(std::string_view text, std::span<const std::string_view> words) { return std::ranges::find(words, text) != words.end(); }

const Field& fieldOf(const Activity& activity) { return *findField(Kind::UserGroup, activity.field); }

/// Reads "min/week", "h per month", "hours"; without a period it is the year, but minutes must say theirs.
std::optional<Unit> unitFrom(std::string_view text) {
    constexpr std::string_view hours[] = {"h", "hr", "hrs", "hour", "hours"}, minutes[] = {"min", "mins", "minute", "minutes"};
    constexpr std::string_view weeks[] = {"week", "wk"}, months[] = {"month", "mo"}, years[] = {"year", "yr"};
    const auto words = nameKey(text);
    auto separator = words.find('/');
    std::size_t length = 1;
    if (separator == words.npos) {
        constexpr std::string_view per = " per ";
        separator = words.find(per);
        length = per.size();
    }
    const auto amount = trimmed(std::string_view(words).substr(0, separator));
    Unit unit;
    unit.minutes = isOneOf(amount, minutes);
    if (!unit.minutes && !isOneOf(amount, hours)) return {};
    if (separator == words.npos) return unit.minutes ? std::nullopt : std::optional(unit);
    const auto period = trimmed(std::string_view(words).substr(separator + length));
    if (isOneOf(period, weeks))
        unit.period = Period::Week;
    else if (isOneOf(period, months))
        unit.period = Period::Month;
    else if (!isOneOf(period, years))
        return {};
    return unit;
}

/// A column of answers.
struct Column {
    std::size_t index = 0;
    std::size_t activity = 0; ///< in `activities`
    Unit unit;
};

/// The answers of one group about one activity, in hours per year.
struct Answers {
    Decimal sum, lowest, highest;
    std::int64_t count = 0;
    bool scaled = false; ///< from weeks or months

    void add(const Decimal& hours) {
        lowest = count ? std::min(lowest, hours) : hours;
        highest = count ? std::max(highest, hours) : hours;
        sum += hours;
        ++count;
    }
};

class SurveyReader {
  public:
    SurveyReader(const CsvTable& table, std::string_view source, const Plan& plan, int schoolWeeks)
        : m_table(table), m_source(source), m_plan(plan), m_weeks(schoolWeeks), m_answers(plan.userGroups.size()) {
        m_import.source = source;
    }

    Expected<SurveyImport> read() {
        findColumns();
        if (!m_group) return fail(ErrorCode::InvalidInput, fmt::format("{}: there is no column “group”, which names the user group of each answer.", m_source));
        if (m_columns.empty())
            return fail(ErrorCode::InvalidInput, fmt::format("{}: there is no column of answers; “tco export --survey-form” writes an empty form.", m_source));
        for (const auto& row : m_table.rows) readRow(row);
        m_import.rowsRead = std::int64_t(m_table.rows.size());
        for (std::size_t group = 0; group < m_answers.size(); ++group)
            for (std::size_t activity = 0; activity < std::size(activities); ++activity) summarize(group, activity);
        if (m_import.results.empty())
            add("no_answers", m_source, fmt::format("{}: there is no answer that can be used, so nothing is to be changed.", m_source));
        return std::move(m_import);
    }

  private:
    void add(std::string_view code, std::string_view where, std::string message) {
        m_import.findings.push_back({Severity::Error, code, std::move(message), std::string(where)});
    }

    void refuseColumn(std::string_view name, std::string_view code, std::string_view sentence) {
        const auto where = fmt::format("{}, column {}", m_source, name);
        add(code, where, fmt::format("{}: {}", where, sentence));
    }

    void findColumns() {
        for (std::size_t i = 0; i < m_table.header.size(); ++i) {
            const auto title = trimmed(m_table.header[i]);
            if (title.empty()) continue;
            const auto bracket = title.ends_with(')') ? title.find('(') : title.npos;
            const auto key = columnKey(title.substr(0, bracket));
            const auto* found =
                std::ranges::find_if(activities, [&](const auto& each) { return key == columnKey(each.field) || key == columnKey(fieldOf(each).label); });
            if (!m_group && isOneOf(key, groupColumns))
                m_group = i;
            else if (found == std::end(activities))
                m_import.ignoredColumns.emplace_back(title);
            else
                addColumn({i, std::size_t(found - activities)}, title, bracket == title.npos ? "h" : title.substr(bracket + 1, title.size() - bracket - 2));
        }
    }

    void addColumn(Column column, std::string_view title, std::string_view unitText) {
        const auto unit = unitFrom(unitText);
        if (!unit)
            return refuseColumn(title, "unit_unknown",
                                fmt::format("the unit “{}” is not known, so the column is not read; write “h/year”, “h/month” or “min/week”.", unitText));
        if (std::ranges::find(m_columns, column.activity, &Column::activity) != m_columns.end())
            return refuseColumn(title, "column_twice", "another column is about the same activity; this one is not read.");
        column.unit = *unit;
        m_columns.push_back(column);
    }

    void refuse(const CsvRow& row, std::size_t column, std::string_view code, std::string_view sentence) {
        ++m_import.refused;
        const auto where = fmt::format("{}, line {}, column {}", m_source, row.line, trimmed(m_table.header[column]));
        add(code, where, fmt::format("{}: {}", where, sentence));
    }

    static std::string_view cell(const CsvRow& row, std::size_t column) { return column < row.cells.size() ? trimmed(row.cells[column]) : std::string_view(); }

    /// A row counts as a whole or not at all.
    void readRow(const CsvRow& row) {
        if (row.cells.size() > m_table.header.size())
            return refuse(row, *m_group, "row_too_long", "the line has more cells than there are columns; look for a missing quotation mark.");
        const auto name = cell(row, *m_group);
        if (name.empty()) return refuse(row, *m_group, "group_missing", "the group is missing.");
        const auto group = std::ranges::find(m_plan.userGroups, nameKey(name), [](const auto& each) { return nameKey(each.name); });
        if (group == m_plan.userGroups.end())
            return refuse(row, *m_group, "group_unknown",
                          fmt::format("the plan has no user group “{}”; add it under user time, or write its name as it stands there.", name));
        std::vector<std::pair<const Column*, Decimal>> hours;
        for (const auto& column : m_columns) {
            const auto text = cell(row, column.index);
            if (isOneOf(nameKey(text), wordsForUnknown)) continue;
            const auto number = parseNumber(text);
            if (!number)
                return refuse(row, column.index, "answer_not_a_number",
                              fmt::format("“{}” is not a number; leave the cell blank where there is no answer.", text));
            if (number->isNegative()) return refuse(row, column.index, "answer_negative", fmt::format("“{}” is negative; time cannot be.", text));
            hours.emplace_back(&column, inHoursPerYear(*number, column.unit));
            if (hours.back().second > mostHours)
                return refuse(row, column.index, "answer_too_large",
                              fmt::format("“{}” is more than {} hours a year; check the number and the unit of the column.", text, display(mostHours)));
        }
        if (hours.empty()) ++m_import.withoutAnswer;
        for (const auto& [column, each] : hours) {
            auto& answers = m_answers[std::size_t(group - m_plan.userGroups.begin())][column->activity];
            answers.scaled = column->unit.period != Period::Year;
            answers.add(each);
        }
    }

    Decimal inHoursPerYear(Decimal number, Unit unit) const {
        if (unit.period != Period::Year) number *= Decimal(m_weeks);
        if (unit.period == Period::Month) number = number * Decimal(12) / Decimal(52); // months of 52 ÷ 12 weeks
        return unit.minutes ? number / Decimal(60) : number;
    }

    void summarize(std::size_t group, std::size_t activity) {
        const auto& answers = m_answers[group][activity];
        if (answers.count == 0) return;
        const auto& field = fieldOf(activities[activity]);
        const auto& place = m_plan.userGroups[group];
        const auto mean = (answers.sum / Decimal(answers.count)).rounded(2), lowest = answers.lowest.rounded(2), highest = answers.highest.rounded(2);
        if (const auto checked = checkValue(field, mean); !checked)
            return add("mean_too_large", m_source,
                       fmt::format("{}, {}: the mean of the answers cannot be entered. {}", m_source, place.name, checked.error().message));
        const auto assumption = fmt::format("Answers per week or month count for {} weeks of school a year.", m_weeks);
        if (answers.scaled) m_import.assumption = assumption;
        const auto range = lowest == highest ? display(lowest) : fmt::format("{}–{}", display(lowest), display(highest));
        auto& result = m_import.results.emplace_back();
        result.field = {{Kind::UserGroup, place.id.value}, std::string(field.key)};
        result.mean = mean;
        result.answers = answers.count;
        result.lowest = lowest;
        result.highest = highest;
        result.provenance = {.source = fmt::format("Survey {}: {}, {} h", m_source, counted(answers.count, "answer"), range),
                             .note = answers.scaled ? assumption : std::string(),
                             .confidence = Confidence::Estimate};
    }

    const CsvTable& m_table;
    const std::string_view m_source;
    const Plan& m_plan;
    const int m_weeks;

    std::optional<std::size_t> m_group;
    std::vector<Column> m_columns;
    std::vector<std::array<Answers, std::size(activities)>> m_answers; ///< by user group and activity
    SurveyImport m_import;
};

} // namespace

Expected<SurveyImport> readUserSurvey(std::string_view csv, std::string_view sourceName, const Plan& plan, int schoolWeeks) {
    const auto table = parseCsv(csv, sourceName);
    if (!table) return failFrom(table);
    return SurveyReader(*table, sourceName, plan, schoolWeeks).read();
}

std::string userSurveyForm(const Plan& plan) {
    std::string form = "group", blanks;
    for (const auto& activity : activities) {
        form += fmt::format(",{} ({})", fieldOf(activity).label, activity.formUnit);
        blanks += ',';
    }
    form += '\n';
    for (const auto& group : plan.userGroups) form += csvCell(group.name) + blanks + '\n';
    return form;
}

} // namespace tco
