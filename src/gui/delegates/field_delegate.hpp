// SPDX-License-Identifier: Apache-2.0
#pragma once

// Edits the cells of an ItemTableModel, seen directly or through a proxy. What cannot be read is said beside
// the cell: Enter and Tab then keep the editor open, leaving it restores the old value.

#include <QStyledItemDelegate>

namespace tco {

class Session;

class FieldDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    FieldDelegate(Session& session, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

  signals:
    /// `editor` is open and holds what the sentence complains about.
    void refused(QWidget* editor, const QString& sentence);
    void typed(); ///< an editor was opened or its text changed

  protected:
    bool eventFilter(QObject* object, QEvent* event) override;

  private:
    Session& m_session;
};

} // namespace tco
