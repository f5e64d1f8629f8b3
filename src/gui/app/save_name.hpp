// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one way to ask under which name something is written. The dialog itself adds the ending that a name lacks, so that it asks
// before it writes over a file of the whole name.

#include <QString>

class QWidget;

namespace tco {

/// Blank when nothing was chosen. `ending` without its dot: "pdf".
QString askSaveName(QWidget* parent, const QString& title, const QString& proposed, const QString& filter, const QString& ending);

} // namespace tco
