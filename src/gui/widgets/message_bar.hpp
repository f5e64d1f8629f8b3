// SPDX-License-Identifier: Apache-2.0
#pragma once

// Says what happened or what went wrong, inline, above the page. It stays until it is closed or replaced and
// never stops anyone from working.

#include <functional>
#include <memory>

#include <QFrame>

#include "tco/base/expected.hpp"

namespace tco {

namespace Ui {
class MessageBar;
}

class MessageBar : public QFrame {
    Q_OBJECT
  public:
    explicit MessageBar(QWidget* parent = nullptr);
    ~MessageBar() override;

    void showError(const Error& error);
    void showError(const QString& sentence);
    /// With a button that does something about it.
    void showNotice(const QString& sentence, const QString& actionText = {}, std::function<void()> action = {});
    QString text() const;

  private:
    void present(const QString& sentence, bool isError);

    std::unique_ptr<Ui::MessageBar> m_ui;
    std::function<void()> m_action;
};

} // namespace tco
