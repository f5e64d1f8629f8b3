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
    /// What can be done about it: a button.
    struct Action {
        QString text;
        std::function<void()> run;
    };
    void showNotice(const QString& sentence, const Action& first = {}, const Action& second = {});
    QString text() const;

  private:
    void present(const QString& sentence, const Action& first, const Action& second);

    std::unique_ptr<Ui::MessageBar> m_ui;
    std::function<void()> m_first, m_second;
};

} // namespace tco
