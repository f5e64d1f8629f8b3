// SPDX-License-Identifier: Apache-2.0
#include "gui/app/save_name.hpp"

#include <QFileDialog>
#include <QFileInfo>

namespace tco {

QString askSaveName(QWidget* parent, const QString& title, const QString& proposed, const QString& filter, const QString& ending) {
    QFileDialog dialog(parent, title, QFileInfo(proposed).path(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(QFileInfo(proposed).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace tco
