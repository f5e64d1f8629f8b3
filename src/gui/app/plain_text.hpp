// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names and values come from files that others write, and Qt reads what looks like HTML as HTML, and “&” as a key. Whatever may
// hold such text is shown through these; a lint finds a label or a tool tip that is not.

#include <QString>

class QLabel;
class QWidget;

namespace tco {

/// The one way to make a label: it shows its text as it is.
QLabel* makeLabel(const QString& text = {}, QWidget* parent = nullptr);
/// For a tool tip.
QString plainToolTip(const QString& text);
/// “R&D” for the text of a button, a menu entry or a label with a buddy, where a single “&” names a key.
QString withoutKey(QString text);
/// Lets a line break inside a very long word, which would make a window as wide as it is.
QString breakable(const QString& text);

} // namespace tco
