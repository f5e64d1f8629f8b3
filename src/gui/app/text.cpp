// SPDX-License-Identifier: Apache-2.0
#include "gui/app/text.hpp"

namespace tco {

QString differenceText(Money amount, MoneyStyle style) {
    if (amount.isZero()) return QCoreApplication::translate("core", "no difference");
    return (amount.isNegative() ? QString() : QStringLiteral("+")) + moneyText(amount, style);
}

QString counted(std::int64_t count, const QString& one, const QString& many) {
    return QStringLiteral("%1 %2").arg(toQString(displayCount(count)), count == 1 ? one : many);
}

QString kindWord(Kind kind) { return kind == Kind::Cohort ? QCoreApplication::translate("core", "device group") : coreText(infoOf(kind).singular); }

QString kindWords(Kind kind) { return kind == Kind::Cohort ? QCoreApplication::translate("core", "device groups") : coreText(infoOf(kind).plural); }

} // namespace tco
