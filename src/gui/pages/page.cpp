// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/page.hpp"

#include "gui/app/session.hpp"

namespace tco {

Page::Page(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    connect(&session, &Session::changed, this, [this] {
        m_outdated = !isVisible();
        if (isVisible()) refresh();
    });
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_outdated, false)) refresh();
}

} // namespace tco
