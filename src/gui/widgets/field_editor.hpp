// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one way to type a field's value, in tables and in forms: choices and references as combo boxes, all
// else as a line of text that valueFromInput() reads.

#include <QString>

#include "tco/model/plan.hpp"

class QWidget;

namespace tco {

QWidget* makeFieldEditor(const Plan& plan, const Field& field, QWidget* parent);
/// Fills the targets of a reference anew after the plan has changed.
void updateChoices(const Plan& plan, const Field& field, QWidget& editor);
void setEditorText(QWidget& editor, const QString& text);
QString editorText(const QWidget& editor);

} // namespace tco
