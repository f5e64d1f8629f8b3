// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/field_editor.hpp"

#include <QComboBox>
#include <QLineEdit>

#include "gui/app/text.hpp"

namespace tco {
namespace {

QStringList choicesOf(const Plan& plan, const Field& field) {
    QStringList texts;
    for (const auto& choice : field.choices) texts.append(coreText(choice.label));
    if (field.type == FieldType::Reference) {
        if (!field.required) texts.append(QString());
        for (const auto target : itemsOf(plan, field.target)) texts.append(toQString(nameOf(plan, target)));
    }
    return texts;
}

} // namespace

QWidget* makeFieldEditor(const Plan& plan, const Field& field, QWidget* parent) {
    QWidget* editor = nullptr;
    if (field.type == FieldType::Choice || field.type == FieldType::Reference) {
        auto* box = new QComboBox(parent);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->addItems(choicesOf(plan, field));
        editor = box;
    } else {
        editor = new QLineEdit(parent);
    }
    editor->setAccessibleName(titleOf(field));
    editor->setAccessibleDescription(coreText(field.help));
    return editor;
}

void updateChoices(const Plan& plan, const Field& field, QWidget& editor) {
    auto* box = qobject_cast<QComboBox*>(&editor);
    if (!box) return;
    const auto wanted = choicesOf(plan, field);
    QStringList present;
    for (int i = 0; i < box->count(); ++i) present.append(box->itemText(i));
    if (wanted == present) return;
    box->clear();
    box->addItems(wanted);
}

void setEditorText(QWidget& editor, const QString& text) {
    if (auto* box = qobject_cast<QComboBox*>(&editor))
        box->setCurrentIndex(box->findText(text));
    else if (auto* line = qobject_cast<QLineEdit*>(&editor); line && line->text() != text) {
        line->setText(text);
        line->setCursorPosition(0); // long text shows its beginning
    }
}

QString editorText(const QWidget& editor) {
    if (const auto* box = qobject_cast<const QComboBox*>(&editor)) return box->currentText();
    if (const auto* line = qobject_cast<const QLineEdit*>(&editor)) return line->text();
    return {};
}

} // namespace tco
