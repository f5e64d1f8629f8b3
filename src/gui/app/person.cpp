// SPDX-License-Identifier: Apache-2.0
#include "gui/app/person.hpp"

#include <QSettings>
#include <QString>

namespace tco {
namespace {

QString nameKey() { return QStringLiteral("person/name"); }

} // namespace

std::string personHere() {
    auto name = QSettings().value(nameKey()).toString().trimmed();
    if (name.isEmpty()) name = qEnvironmentVariable("USER");
    if (name.isEmpty()) name = qEnvironmentVariable("USERNAME");
    return name.toStdString();
}

void setPersonHere(const QString& name) { QSettings().setValue(nameKey(), name.trimmed()); }

} // namespace tco
