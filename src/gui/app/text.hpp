// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text and paths across the border between the core (UTF-8, std) and Qt.

#include <filesystem>
#include <string>
#include <string_view>

#include <QCoreApplication>
#include <QString>

#include "tco/model/field.hpp"
#include "tco/money/text.hpp"

namespace tco {

inline QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
inline QString fromPath(const std::filesystem::path& path) { return QString::fromStdU16String(path.u16string()); }
inline std::filesystem::path toPath(const QString& text) { return std::filesystem::path(text.toStdU16String()); }

/// Words of the core (labels of fields, choices, categories) in the user's language.
inline QString coreText(std::string_view english) { return QCoreApplication::translate("core", std::string(english).c_str()); }

/// "Price", or "Price ($)" with its unit.
inline QString titleOf(const Field& field) {
    const auto label = coreText(field.label);
    return field.unit.empty() ? label : QStringLiteral("%1 (%2)").arg(label, coreText(field.unit));
}

inline QString moneyText(Money amount, MoneyStyle style = MoneyStyle::Dollars) { return toQString(display(amount, style)); }
/// "1 year", "8 years".
QString counted(std::int64_t count, const QString& one, const QString& many);
/// What people call an item of this kind: "device group", "lease"; and several of them.
QString kindWord(Kind kind);
QString kindWords(Kind kind);

/// With a plus sign for a cost that is higher: "+$214 k", "−$214 k", "no difference".
QString differenceText(Money amount, MoneyStyle style = MoneyStyle::Dollars);

} // namespace tco
