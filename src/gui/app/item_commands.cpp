// SPDX-License-Identifier: Apache-2.0
#include "gui/app/item_commands.hpp"

#include <algorithm>

#include <QRegularExpression>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/base/clock.hpp"
#include "tco/base/person.hpp"
#include "tco/document/milestones.hpp"

namespace tco {
namespace {

using FieldValues = std::vector<std::pair<std::string_view, Value>>;

QString words(const char* english) { return QCoreApplication::translate("ItemCommands", english); }

Value textValue(const QString& text) { return Value(text.toStdString()); }

/// "New model", "New model 2" …: names are references people type, so each is its own.
Value freeName(const Plan& plan, Kind kind, const QString& name) {
    const auto items = itemsOf(plan, kind);
    const auto isTaken = [&](const QString& candidate) {
        return std::ranges::any_of(items, [&](ItemRef item) { return toQString(nameOf(plan, item)).compare(candidate, Qt::CaseInsensitive) == 0; });
    };
    auto candidate = name;
    for (int i = 2; isTaken(candidate); ++i) candidate = QStringLiteral("%1 %2").arg(name).arg(i);
    return textValue(candidate);
}

Expected<ItemRef> modelFor(Editor& editor, AssetCategory category) {
    for (const auto& model : editor.plan().assetModels)
        if (categoryOf(model.type) == category) return ItemRef{Kind::AssetModel, model.id.value};
    return addDefaultItem(editor, {Kind::AssetModel, category}, {});
}

/// The type of a new model in a table of one category.
std::string usualType(AssetCategory category) {
    switch (category) {
    case AssetCategory::Network: return "access_point";
    case AssetCategory::Servers: return "server";
    case AssetCategory::Devices: break;
    }
    return "student_device";
}

int nextHeadCountYear(const Plan& plan) {
    int year = plan.district.firstYear;
    for (const auto& entry : plan.headCounts) year = std::max(year, entry.fiscalYear + 1);
    return year;
}

FiscalYear firstOpenYear(const Plan& plan) {
    auto year = plan.firstYear();
    while (std::ranges::find(plan.closedYears, year.value, &ClosedYear::fiscalYear) != plan.closedYears.end()) year = year + 1;
    return year;
}

} // namespace

Expected<ItemRef> addDefaultItem(Editor& editor, const ItemScope& scope, ScenarioId shown) {
    const auto& plan = editor.plan();
    const auto category = scope.category.value_or(AssetCategory::Devices);
    FieldValues fields;
    switch (scope.kind) {
    case Kind::District:
    case Kind::Assumptions:
    case Kind::Adoption: break; // the screens offer no way to add another
    case Kind::HeadCount: fields = {{"fiscal_year", Value(std::int64_t(nextHeadCountYear(plan)))}}; break;
    case Kind::Site: fields = {{"name", freeName(plan, scope.kind, words("New site"))}}; break;
    case Kind::Lease: fields = {{"name", freeName(plan, scope.kind, words("New lease"))}}; break;
    case Kind::AssetModel: fields = {{"name", freeName(plan, scope.kind, words("New model"))}, {"asset_type", Value(usualType(category))}}; break;
    case Kind::Agreement: fields = {{"name", freeName(plan, scope.kind, words("New agreement"))}}; break;
    case Kind::ContractChange: fields = {{"name", freeName(plan, scope.kind, words("New change"))}, {"date", Value(plan.firstDay().addMonths(12))}}; break;
    case Kind::Incident: fields = {{"name", freeName(plan, scope.kind, words("New incident"))}}; break;
    case Kind::UserGroup: fields = {{"name", freeName(plan, scope.kind, words("New group"))}}; break;
    case Kind::Goal: fields = {{"name", freeName(plan, scope.kind, words("New goal"))}}; break;
    case Kind::Benefit: {
        const auto goal =
            plan.goals.empty() ? addDefaultItem(editor, {Kind::Goal, {}}, {}) : Expected<ItemRef>(ItemRef{Kind::Goal, plan.goals.front().id.value});
        if (!goal) return failFrom(goal);
        fields = {{"name", freeName(plan, scope.kind, words("New benefit"))}, {"goal", Value(Link{goal->id})}};
        break;
    }
    case Kind::Fund: fields = {{"name", freeName(plan, scope.kind, words("New fund"))}, {"first_year", Value(std::int64_t(plan.district.firstYear))}}; break;
    case Kind::FundingRule: {
        const auto fund =
            plan.funds.empty() ? addDefaultItem(editor, {Kind::Fund, {}}, {}) : Expected<ItemRef>(ItemRef{Kind::Fund, plan.funds.front().id.value});
        if (!fund) return failFrom(fund);
        fields = {{"name", freeName(plan, scope.kind, words("New rule"))}, {"fund", Value(Link{fund->id})}};
        break;
    }
    case Kind::Account: fields = {{"name", freeName(plan, scope.kind, words("New account"))}}; break;
    case Kind::BudgetLine: fields = {{"fiscal_year", Value(std::int64_t(plan.district.firstYear))}}; break;
    case Kind::ClosedYear: return closeYear(editor, firstOpenYear(plan), {personHere(), today()});
    case Kind::Position: fields = {{"title", textValue(words("New position"))}}; break;
    case Kind::Scenario:
        fields = {{"name", freeName(plan, scope.kind, words("New scenario"))}};
        if (shown) fields.emplace_back("parent", Value(Link{shown.value}));
        break;
    case Kind::Cohort: {
        const auto model = modelFor(editor, category);
        if (!model) return failFrom(model);
        fields = {{"model", Value(Link{model->id})}, {"in_service", Value(plan.firstDay())}, {"quantity", Value(std::int64_t{0})}};
        break;
    }
    }
    return editor.add(scope.kind, fields);
}

Expected<ItemRef> addItem(Session& session, const ItemScope& scope) {
    ItemRef added;
    const auto done = session.edit(words("Add %1").arg(kindWord(scope.kind)), [&](Editor& editor) -> Expected<void> {
        const auto item = addDefaultItem(editor, scope, session.shown());
        if (!item) return failFrom(item);
        added = *item;
        return {};
    });
    if (!done) return failFrom(done);
    return added;
}

Expected<void> removeItems(Session& session, const ItemScope& scope, const std::vector<ItemRef>& items) {
    const auto name = items.size() == 1 ? words("Remove %1").arg(kindWord(scope.kind)) : words("Remove %1 %2").arg(items.size()).arg(kindWords(scope.kind));
    return session.edit(name, [&](Editor& editor) -> Expected<void> {
        for (const auto item : items)
            if (auto removed = editor.remove(item); !removed) return removed;
        return {};
    });
}

TextBlock blockFromClipboard(const QString& text) {
    // A spreadsheet puts quotes around a cell with a tab, a quote or a line break in it, and doubles the quotes.
    TextBlock block;
    QStringList row;
    QString cell;
    bool quoted = false;
    const auto endCell = [&] { row.append(std::exchange(cell, {})); };
    const auto endRow = [&] {
        endCell();
        block.push_back(std::exchange(row, {}));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (quoted) {
            if (c != u'"')
                cell.append(c == u'\n' ? u' ' : c);
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell.append(text[++i]);
            else
                quoted = false;
        } else if (c == u'"' && cell.isEmpty() && text.indexOf(u'"', i + 1) > 0) {
            quoted = true;
        } else if (c == u'\t') {
            endCell();
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            cell.append(c);
        }
    }
    if (!cell.isEmpty() || !row.isEmpty()) endRow();
    return block;
}

QString blockToClipboard(const TextBlock& block) {
    QStringList lines;
    for (const auto& row : block) {
        QStringList cells;
        for (auto cell : row) {
            static const QRegularExpression needsQuotes(QStringLiteral("[\t\n\"]"));
            if (cell.contains(needsQuotes)) cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
            cells.append(cell);
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

Expected<void> pasteBlock(Session& session, const ItemScope& scope, const std::vector<ItemRef>& rows, const std::vector<const Field*>& columns,
                          const TextBlock& block) {
    return session.edit(words("Paste"), [&](Editor& editor) -> Expected<void> {
        for (std::size_t r = 0; r < block.size(); ++r) {
            auto item = r < rows.size() ? rows[r] : ItemRef{scope.kind, 0};
            if (item.id == 0) {
                const auto added = addDefaultItem(editor, scope, session.shown());
                if (!added) return failFrom(added);
                item = *added;
            }
            for (std::size_t c = 0; c < std::min(std::size_t(block[r].size()), columns.size()); ++c) {
                if (!columns[c]) continue;
                const auto& field = *columns[c];
                auto value = valueFromInput(editor.plan(), field, block[r][qsizetype(c)].toStdString());
                auto done = value ? editor.set(item, field.key, *value) : Expected<void>(failFrom(value));
                if (!done)
                    return fail(done.error().code,
                                words("Nothing was pasted. Row %1 of the copied cells, %2").arg(r + 1).arg(toQString(done.error().message)).toStdString());
            }
        }
        return {};
    });
}

} // namespace tco
