// SPDX-License-Identifier: Apache-2.0
#include "tco/render/pdf.hpp"

#include <QGuiApplication>
#include <spdlog/spdlog.h>

namespace tco {

OffscreenApplication::OffscreenApplication() {
    if (QCoreApplication::instance()) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt has to say is for the log, not for the person at the terminal.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) { spdlog::debug("Qt: {}", message.toStdString()); });
    // Qt keeps references to both for as long as the application lives.
    static int count = 1;
    static char name[] = "tco";
    static char* arguments[] = {name, nullptr};
    m_application = std::make_unique<QGuiApplication>(count, arguments);
}

OffscreenApplication::~OffscreenApplication() = default;

} // namespace tco
