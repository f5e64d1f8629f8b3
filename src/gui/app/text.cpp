// SPDX-License-Identifier: Apache-2.0
#include "gui/app/text.hpp"

namespace tco {

QString differenceText(Money amount, MoneyStyle style) {
    if (amount.isZero()) return QCoreApplication::translate("core", "no difference");
    return (amount.isNegative() ? QString() : QStringLiteral("+")) + moneyText(amount, style);
}

} // namespace tco
