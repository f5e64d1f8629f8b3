// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QDialog>

#include "gui/app/new_district.hpp"

class QLineEdit;
class QTimer;

namespace tco {

namespace Ui {
class NewDistrictDialog;
}

/// Five short steps in one page; the answer stands below from the first number on.
class NewDistrictDialog : public QDialog {
    Q_OBJECT
  public:
    explicit NewDistrictDialog(QWidget* parent = nullptr);
    ~NewDistrictDialog() override;

    /// The plan that OK has made.
    Document takeDocument();
    void accept() override;

  private:
    NewDistrict read();
    void refresh();
    /// The value of a line; nothing when it is blank or cannot be read (then the first such sentence is kept).
    std::optional<Value> valueIn(const QLineEdit* line, Kind kind, std::string_view field);

    std::unique_ptr<Ui::NewDistrictDialog> m_ui;
    QTimer* m_delay;
    QString m_refusal;
    std::optional<Document> m_document;
};

} // namespace tco
