// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files opened last, newest first, kept in the user's settings.

#include <QStringList>

namespace tco {

QStringList recentFiles(); ///< only those that still exist
void addRecentFile(const QString& path);

} // namespace tco
