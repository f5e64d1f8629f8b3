// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QDialog>

#include "gui/app/job.hpp"
#include "gui/dialogs/import_source.hpp"

namespace tco {

class Session;
namespace Ui {
class ImportDialog;
}

/// Reads a file without changing anything, says what it found, and adds it in one edit.
class ImportDialog : public QDialog {
    Q_OBJECT
  public:
    ImportDialog(Session& session, ImportSource source, QWidget* parent = nullptr);
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
    void showResult(Expected<ImportPreview> result);

    std::unique_ptr<Ui::ImportDialog> m_ui;
    Session& m_session;
    const ImportSource m_source;
    QString m_path;
    std::optional<ImportPreview> m_found;
    JobHandle m_reading;
};

} // namespace tco
