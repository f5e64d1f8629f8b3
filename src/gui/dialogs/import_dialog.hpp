// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QDialog>

#include "gui/app/job.hpp"
#include "tco/model/inventory.hpp"

namespace tco {

class Session;
namespace Ui {
class ImportDialog;
}

/// Reads a Chromebook inventory without changing anything, says what it found, and adds it in one edit.
class ImportDialog : public QDialog {
    Q_OBJECT
  public:
    explicit ImportDialog(Session& session, QWidget* parent = nullptr);
    ~ImportDialog() override;

    void readFile(const QString& path);
    void accept() override;

  signals:
    void fileRead(); ///< the result, or why there is none, is shown

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void browse();
    void showResult(Expected<InventoryImport> result);

    std::unique_ptr<Ui::ImportDialog> m_ui;
    Session& m_session;
    std::optional<InventoryImport> m_inventory;
    JobHandle m_reading;
};

} // namespace tco
