// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/field_delegate.hpp"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/models/item_table_model.hpp"
#include "gui/widgets/field_editor.hpp"

namespace tco {
namespace {

const Field* fieldOf(const QModelIndex& index) { return static_cast<const Field*>(index.data(ItemTableModel::fieldRole).value<const void*>()); }

constexpr const char* fieldProperty = "tcoField";

} // namespace

FieldDelegate::FieldDelegate(Session& session, QObject* parent) : QStyledItemDelegate(parent), m_session(session) {}

QWidget* FieldDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const auto* field = fieldOf(index);
    if (!field) return nullptr;
    auto* self = const_cast<FieldDelegate*>(this); // createEditor() is const, the signals of an editor are not
    auto* editor = makeFieldEditor(m_session.plan(), *field, parent);
    editor->setProperty(fieldProperty, QVariant::fromValue(static_cast<const void*>(field)));
    editor->setAutoFillBackground(true);
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        connect(box, &QComboBox::activated, self, [self, box] {
            emit self->commitData(box);
            emit self->closeEditor(box);
        });
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setFrame(false);
        line->setAlignment(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>());
        connect(line, &QLineEdit::textEdited, self, &FieldDelegate::typed);
    }
    emit self->typed();
    return editor;
}

void FieldDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    // A refresh of the table must not overwrite what is being typed.
    if (const auto* line = qobject_cast<QLineEdit*>(editor); line && line->isModified()) return;
    setEditorText(*editor, index.data(Qt::EditRole).toString());
}

void FieldDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    model->setData(index, editorText(*editor), Qt::EditRole);
}

bool FieldDelegate::eventFilter(QObject* object, QEvent* event) {
    auto* editor = qobject_cast<QWidget*>(object);
    if (editor && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        const bool commits = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        const auto* field = static_cast<const Field*>(editor->property(fieldProperty).value<const void*>());
        if (commits && field && qobject_cast<QLineEdit*>(editor))
            if (const auto value = valueFromInput(m_session.plan(), *field, editorText(*editor).toStdString()); !value) {
                emit refused(editor, toQString(value.error().message));
                return true;
            }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace tco
