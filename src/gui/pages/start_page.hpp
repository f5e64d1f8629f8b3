// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QWidget>

namespace tco {

namespace Ui {
class StartPage;
}

/// What stands in the window before a file is open.
class StartPage : public QWidget {
    Q_OBJECT
  public:
    explicit StartPage(QWidget* parent = nullptr);
    ~StartPage() override;

    void showRecent(const QStringList& paths);

  signals:
    void newRequested();
    void openRequested();
    void fileChosen(const QString& path);

  private:
    std::unique_ptr<Ui::StartPage> m_ui;
};

} // namespace tco
