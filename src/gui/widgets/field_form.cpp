// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/field_form.hpp"

#include <algorithm>

#include <QLabel>
#include <QVBoxLayout>

#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/field_row.hpp"

namespace tco {
namespace {

QLabel* makeGroupTitle(const QString& title) {
    auto* label = makeLabel(title);
    label->setContentsMargins(0, 12, 0, 0);
    auto font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

FieldForm::FieldForm(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
}

void FieldForm::setUp(Session& session) {
    m_session = &session;
    connect(&session, &Session::changed, this, [this] {
        for (auto* row : m_rows) row->refresh();
    });
}

void FieldForm::setItem(ItemRef item) {
    if (m_rows.empty() || item.kind != m_item.kind) makeRows(item.kind);
    m_item = item;
    for (auto* row : m_rows) row->setItem(item);
}

void FieldForm::makeRows(Kind kind) {
    for (auto* row : std::exchange(m_rows, {})) delete row;
    for (auto* title : std::exchange(m_groupTitles, {})) delete title;
    int width = 0;
    QWidget* last = nullptr;
    for (const auto& field : fieldsOf(kind)) {
        if (!field.group.empty()) {
            m_groupTitles.push_back(makeGroupTitle(coreText(field.group)));
            layout()->addWidget(m_groupTitles.back());
        }
        auto* row = new FieldRow(*m_session, field, this);
        connect(row, &FieldRow::historyRequested, this, &FieldForm::historyRequested);
        layout()->addWidget(row);
        width = std::max(width, row->labelWidth());
        if (last) setTabOrder(last, row->editor());
        last = row->lastFocus();
        m_rows.push_back(row);
    }
    for (auto* row : m_rows) row->setLabelWidth(std::min(width, m_widestLabel));
}

} // namespace tco
