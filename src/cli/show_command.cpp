// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <fmt/format.h>

#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco::cli {
namespace {

/// One row per item of a kind, one column per field.
Table tableOf(const Plan& plan, Kind kind, const std::vector<std::string_view>& fields) {
    const auto& info = infoOf(kind);
    Table table;
    for (const auto& key : fields) {
        const auto* field = findField(kind, key);
        const bool isNumber = field->type != FieldType::Text && field->type != FieldType::Choice && field->type != FieldType::Reference;
        table.columns.push_back({std::string(field->label), isNumber ? TextAlign::Right : TextAlign::Left});
    }
    for (const auto item : itemsOf(plan, kind)) {
        Table::Row row;
        for (const auto& key : fields) row.cells.push_back({displayText(plan, *findField(kind, key), valueOf(plan, item, key))});
        table.rows.push_back(std::move(row));
    }
    table.caption = fmt::format("{} {}", displayCount(std::int64_t(table.rows.size())), table.rows.size() == 1 ? info.singular : info.plural);
    return table;
}

void addUnits(const Plan& plan, Table& models) {
    models.columns.insert(models.columns.begin() + 1, {"Units", TextAlign::Right});
    for (std::size_t i = 0; i < plan.assetModels.size(); ++i) {
        std::int64_t units = 0;
        for (const auto& cohort : plan.cohorts)
            if (cohort.model == plan.assetModels[i].id) units += cohort.quantity;
        auto& cells = models.rows[i].cells;
        cells.insert(cells.begin() + 1, {displayCount(units)});
    }
    models.caption += fmt::format(", in {}", counted(std::int64_t(plan.cohorts.size()), "cohort"));
}

void addChanges(const Plan& plan, Table& scenarios) {
    scenarios.columns.push_back({"Changes", TextAlign::Right});
    for (std::size_t i = 0; i < plan.scenarios.size(); ++i) {
        const auto isOurs = [&](const auto& entry) { return entry.first.first == plan.scenarios[i].id; };
        scenarios.rows[i].cells.push_back({displayCount(std::ranges::count_if(plan.overrides, isOurs))});
    }
}

std::string headerOf(const Plan& plan) {
    const auto& district = plan.district;
    auto text = district.name.empty() ? std::string("A district without a name") : district.name;
    if (!district.state.empty()) text += ", " + district.state;
    text += fmt::format("\nFY{} to FY{}, {}; the fiscal year starts in month {}\n", plan.firstYear().value, plan.lastYear().value,
                        counted(district.horizon, "year"), district.fiscalYearStartMonth);
    if (!district.question.empty()) text += district.question + "\n";
    if (!district.preparedBy.empty()) text += fmt::format("Prepared by {}\n", district.preparedBy);
    return text;
}

int run(const std::string& file) {
    const auto document = Document::open(file);
    if (!document) return complain(document.error());
    const auto& plan = document->plan();
    auto models = tableOf(plan, Kind::AssetModel, {"name", "asset_type", "unit_price", "useful_life", "support_end", "acquisition"});
    addUnits(plan, models);
    auto scenarios = tableOf(plan, Kind::Scenario, {"name", "parent", "status"});
    addChanges(plan, scenarios);
    print(headerOf(plan));
    for (const auto& table :
         {tableOf(plan, Kind::HeadCount, {"fiscal_year", "students", "staff"}), std::move(models),
          tableOf(plan, Kind::Lease, {"name", "lessor", "payments", "payments_per_year", "timing"}),
          tableOf(plan, Kind::Agreement, {"name", "vendor", "agreement_kind", "basis", "amount"}),
          tableOf(plan, Kind::ContractChange, {"name", "lease", "agreement", "date", "change_kind", "payment_change"}),
          tableOf(plan, Kind::Position, {"title", "fte", "salary", "benefits"}), tableOf(plan, Kind::UserGroup, {"name", "people", "salary", "paid_hours"}),
          tableOf(plan, Kind::Incident, {"name", "probability", "cost", "deductible"}), tableOf(plan, Kind::Goal, {"name", "importance"}),
          tableOf(plan, Kind::Benefit, {"name", "goal", "influence"}), tableOf(plan, Kind::Site, {"name", "site_kind", "students"}), std::move(scenarios)})
        if (!table.rows.empty()) print("\n" + writeText(table));
    return Done;
}

} // namespace

void addShow(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("show", "Show what a plan holds");
    const auto file = std::make_shared<std::string>();
    addFileArgument(*command, *file);
    command->footer("Example:\n"
                    "  tco show fairmont.tco");
    command->callback([=, &chosen] { chosen = [=] { return run(*file); }; });
}

} // namespace tco::cli
