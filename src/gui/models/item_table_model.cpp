// SPDX-License-Identifier: Apache-2.0
#include "gui/models/item_table_model.hpp"

#include <algorithm>
#include <map>

#include <QFont>

#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"

namespace tco {
namespace {

bool isNumber(const Field* field) {
    return !field || (field->type != FieldType::Text && field->type != FieldType::Choice && field->type != FieldType::Reference);
}

/// The fields in display order, with the cost behind what matters most, so that it shows without scrolling; the
/// optional name of a device group stands last.
std::vector<const Field*> columnsOf(Kind kind) {
    static const std::map<Kind, std::string_view> costAfter{{Kind::Agreement, "amount"},    {Kind::AssetModel, "useful_life"}, {Kind::Cohort, "quantity"},
                                                            {Kind::Incident, "cost"},       {Kind::Position, "benefits"},      {Kind::Site, "students"},
                                                            {Kind::UserGroup, "paid_hours"}};
    const auto place = costAfter.find(kind);
    std::vector<const Field*> columns;
    const Field* last = kind == Kind::Cohort ? findField(kind, "name") : nullptr;
    for (const auto& field : fieldsOf(kind)) {
        if (&field != last) columns.push_back(&field);
        if (place != costAfter.end() && field.key == place->second) columns.push_back(nullptr);
    }
    if (last) columns.push_back(last);
    return columns;
}

/// The item of `kind` on whose row a posting's cost is shown; an id of 0 = none.
ItemRef rowFor(const Plan& plan, Kind kind, const Posting& posting) {
    if (kind == posting.item.kind) return posting.item;
    if (kind == Kind::Site) return {Kind::Site, posting.site.value};
    if (kind == Kind::AssetModel && posting.item.kind == Kind::Cohort)
        if (const auto* cohort = findById(plan.cohorts, CohortId{posting.item.id})) return {Kind::AssetModel, cohort->model.value};
    return {kind, 0};
}

} // namespace

bool isInScope(const Plan& plan, const ItemScope& scope, ItemRef item) {
    if (!scope.category) return true;
    const auto id = scope.kind == Kind::AssetModel ? AssetModelId{item.id} : [&] {
        const auto* cohort = findById(plan.cohorts, CohortId{item.id});
        return cohort ? cohort->model : AssetModelId{};
    }();
    const auto* model = findById(plan.assetModels, id);
    // Units whose model is missing stand with the devices, so that they can be seen and mended.
    return (model ? categoryOf(model->type) : AssetCategory::Devices) == *scope.category;
}

ItemTableModel::ItemTableModel(Session& session, ItemScope scope, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_scope(scope), m_columns(columnsOf(scope.kind)), m_plan(session.snapshot()) {
    m_items = itemsInScope(*m_plan);
    refreshCosts();
    connect(&session, &Session::documentReplaced, this, [this] {
        beginResetModel();
        m_plan = m_session.snapshot();
        m_items = itemsInScope(*m_plan);
        endResetModel();
    });
    connect(&session, &Session::changed, this, &ItemTableModel::refresh);
}

std::vector<ItemRef> ItemTableModel::itemsInScope(const Plan& plan) const {
    auto items = itemsOf(plan, m_scope.kind);
    std::erase_if(items, [&](ItemRef item) { return !isInScope(plan, m_scope, item); });
    std::ranges::sort(items);
    return items;
}

/// Both lists are sorted by id, so removed and added rows show by walking along them; selections and scroll
/// positions survive, which a reset would lose.
void ItemTableModel::refresh() {
    const auto plan = m_session.snapshot();
    const auto wanted = itemsInScope(*plan);
    for (int row = int(m_items.size()) - 1; row >= 0; --row)
        if (!std::ranges::binary_search(wanted, m_items[std::size_t(row)])) {
            beginRemoveRows({}, row, row);
            m_items.erase(m_items.begin() + row);
            endRemoveRows();
        }
    m_plan = plan;
    refreshCosts();
    for (int row = 0; row < int(wanted.size()); ++row)
        if (row >= int(m_items.size()) || m_items[std::size_t(row)] != wanted[std::size_t(row)]) {
            beginInsertRows({}, row, row);
            m_items.insert(m_items.begin() + row, wanted[std::size_t(row)]);
            endInsertRows();
        }
    if (!m_items.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ItemTableModel::refreshCosts() {
    m_costs.clear();
    if (!hasCost() || !m_session.hasDocument()) return;
    const auto calculation = m_session.calculation();
    for (const auto index : calculation->ledger.find({.year = m_plan->firstYear()})) {
        const auto posting = calculation->ledger.at(index);
        m_costs[rowFor(*calculation->plan, m_scope.kind, posting)] += posting.amount;
    }
}

int ItemTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_items.size()); }

int ItemTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

int ItemTableModel::rowOf(ItemRef item) const {
    const auto found = std::ranges::lower_bound(m_items, item);
    return found != m_items.end() && *found == item ? int(found - m_items.begin()) : -1;
}

const Field* ItemTableModel::fieldAt(int column) const { return m_columns.at(std::size_t(column)); }

Value ItemTableModel::valueAt(int row, int column) const {
    const auto* field = fieldAt(column);
    return field ? valueOf(*m_plan, itemAt(row), field->key) : Value(costOf(row));
}

bool ItemTableModel::hasCost() const { return std::ranges::find(m_columns, nullptr) != m_columns.end(); }

Money ItemTableModel::costOf(int row) const {
    const auto found = m_costs.find(itemAt(row));
    return found == m_costs.end() ? Money() : found->second;
}

std::optional<Value> ItemTableModel::overrideAt(const QModelIndex& index) const {
    const auto* field = fieldAt(index.column());
    return field ? m_session.overrideOf(itemAt(index.row()), field->key) : std::nullopt;
}

QString ItemTableModel::displayAt(const QModelIndex& index) const {
    const auto* field = fieldAt(index.column());
    if (!field) return toQString(displayCell(costOf(index.row())));
    const auto own = coreText(displayText(*m_plan, *field, valueAt(index.row(), index.column())));
    const auto override = overrideAt(index);
    if (!override) return own;
    const auto instead = coreText(displayText(*m_plan, *field, *override));
    return tr("%1 → %2", "the plan’s value, then the scenario’s").arg(own.isEmpty() ? tr("blank") : own, instead.isEmpty() ? tr("blank") : instead);
}

QString ItemTableModel::toolTipAt(const QModelIndex& index) const {
    const auto* field = fieldAt(index.column());
    if (!field) return tr("What this row costs in %1 in the scenario shown.").arg(toQString(m_plan->calendar().fullLabel(m_plan->firstYear())));
    auto text = coreText(field->help);
    if (const auto source = m_plan->provenance.find({itemAt(index.row()), std::string(field->key)}); source != m_plan->provenance.end())
        text += '\n' + tr("Source (%1): %2").arg(coreText(label(source->second.confidence)), toQString(source->second.source));
    if (overrideAt(index)) text += '\n' + tr("The scenario “%1” uses another value than the plan.").arg(m_session.scenarioName(m_session.shown()));
    return text;
}

QVariant ItemTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto* field = fieldAt(index.column());
    switch (role) {
    case Qt::DisplayRole: return displayAt(index);
    case Qt::EditRole: return field ? coreText(displayText(*m_plan, *field, valueAt(index.row(), index.column()))) : displayAt(index);
    case Qt::ToolTipRole: return plainToolTip(toolTipAt(index));
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(isNumber(field) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        if (overrideAt(index)) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case fieldRole: return QVariant::fromValue(static_cast<const void*>(field));
    default: return {};
    }
}

QVariant ItemTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const auto* field = fieldAt(section);
    switch (role) {
    case Qt::DisplayRole: return field ? titleOf(*field) : tr("Cost %1").arg(toQString(m_plan->firstYear().shortLabel()));
    case Qt::ToolTipRole: return plainToolTip(field ? coreText(field->help) : tr("In the scenario shown."));
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(isNumber(field) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

Qt::ItemFlags ItemTableModel::flags(const QModelIndex& index) const {
    const auto flags = QAbstractTableModel::flags(index);
    return index.isValid() && fieldAt(index.column()) ? flags | Qt::ItemIsEditable : flags;
}

bool ItemTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto* field = index.isValid() ? fieldAt(index.column()) : nullptr;
    if (role != Qt::EditRole || !field) return false;
    const auto item = itemAt(index.row());
    const auto typed = valueFromInput(*m_plan, *field, value.toString().toStdString());
    const auto done = typed ? m_session.setField(item, *field, *typed) : Expected<void>(failFrom(typed));
    if (!done) emit inputRefused(index, toQString(done.error().message));
    return done.has_value();
}

} // namespace tco
