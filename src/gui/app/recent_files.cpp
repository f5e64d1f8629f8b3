// SPDX-License-Identifier: Apache-2.0
#include "gui/app/recent_files.hpp"

#include <QFileInfo>
#include <QSettings>

namespace tco {
namespace {

const QString settingsKey = QStringLiteral("recentFiles");
constexpr qsizetype most = 8;

} // namespace

QStringList recentFiles() {
    auto paths = QSettings().value(settingsKey).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

void addRecentFile(const QString& path) {
    const auto absolute = QFileInfo(path).absoluteFilePath();
    auto paths = recentFiles();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    QSettings().setValue(settingsKey, paths.mid(0, most));
}

} // namespace tco
