// SPDX-License-Identifier: Apache-2.0
#pragma once

// One field of one item in a form: its value, how sure it is, and on demand where it comes from and whether
// it holds in the shown scenario only. What cannot be read is said below the value; Esc restores it. What the plan refuses is said there
// too, beside the value that still holds.

#include <memory>

#include <QWidget>

#include "tco/model/plan.hpp"

class QLabel;

namespace tco {

class Session;
namespace Ui {
class FieldRow;
}

class FieldRow : public QWidget {
    Q_OBJECT
  public:
    FieldRow(Session& session, const Field& field, QWidget* parent = nullptr);
    ~FieldRow() override;

    void setItem(ItemRef item);
    void refresh();
    int labelWidth() const;
    void setLabelWidth(int width);
    /// First and last widget of the row in tab order.
    QWidget* editor() const { return m_editor; }
    QWidget* lastFocus() const;

  signals:
    void historyRequested(const QString& words); ///< all changes of the field, by the words that the history has for it

  protected:
    bool eventFilter(QObject* object, QEvent* event) override;

  private:
    void commitValue();
    void commitSource();
    void commitOnlyHere(bool only);
    void refreshSource();
    void refreshScenario();
    void refreshHistory();
    void report(const Expected<void>& result);
    void showRefusal(const Error& error);
    FieldRef ref() const { return {m_item, std::string(m_field.key)}; }
    bool isThere() const;

    std::unique_ptr<Ui::FieldRow> m_ui;
    Session& m_session;
    const Field& m_field;
    ItemRef m_item;
    QWidget* m_editor = nullptr;
};

/// ● quote or record, ◐ price book, ○ estimate or guess, ◌ no source noted.
QString confidenceMark(const Provenance* provenance);

} // namespace tco
