// SPDX-License-Identifier: Apache-2.0
#pragma once

// The items of one kind as a table: one row per item, one column per field, and where money hangs on the
// item one more for its cost in the first plan year. Rows are in plan order and known by their ItemRef; a view that needs
// to remember a row keeps the ItemRef, never the row number. All changes go through the Session.

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "tco/engine/posting.hpp"
#include "tco/model/plan.hpp"

namespace tco {

class Session;

/// Which items a table shows.
struct ItemScope {
    Kind kind = Kind::Cohort;
    std::optional<AssetCategory> category; ///< of a cohort's or an asset model's equipment
};

class ItemTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    /// Role of a pointer to the column's Field; null for the cost column.
    static constexpr int fieldRole = Qt::UserRole;

    ItemTableModel(Session& session, ItemScope scope, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Reads what was typed (EditRole). False leaves the plan as it was and says why by inputRefused().
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    const ItemScope& scope() const { return m_scope; }
    ItemRef itemAt(int row) const { return m_items.at(std::size_t(row)); }
    int rowOf(ItemRef item) const; ///< -1 when it is not here
    const Field* fieldAt(int column) const;
    /// Nothing where the plan says nothing; the cost column gives Money.
    Value valueAt(int row, int column) const;
    bool hasCost() const;
    Money costOf(int row) const;

  signals:
    void inputRefused(const QModelIndex& index, const QString& sentence);

  private:
    void refresh();
    std::vector<ItemRef> itemsInScope(const Plan& plan) const;
    void refreshCosts();
    QString displayAt(const QModelIndex& index) const;
    QString toolTipAt(const QModelIndex& index) const;
    std::optional<Value> overrideAt(const QModelIndex& index) const;

    Session& m_session;
    ItemScope m_scope;
    std::vector<const Field*> m_columns; ///< null = the cost column
    std::shared_ptr<const Plan> m_plan;  ///< what the rows were made from
    std::vector<ItemRef> m_items;
    std::map<ItemRef, Money> m_costs; ///< first plan year of the shown scenario
};

/// The items of the plan that are in a scope, in plan order.
bool isInScope(const Plan& plan, const ItemScope& scope, ItemRef item);

} // namespace tco
