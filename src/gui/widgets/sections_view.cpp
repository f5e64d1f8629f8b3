// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/sections_view.hpp"

#include <QLabel>
#include <QVBoxLayout>

#include "gui/app/plain_text.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/figure_table.hpp"

namespace tco {
namespace {

/// One letter per widget.
std::string shapeOf(const std::vector<Section>& sections) {
    std::string shape;
    for (const auto& section : sections) {
        shape += 'H';
        for (const auto& block : section.blocks) {
            if (const auto* table = std::get_if<Table>(&block))
                shape += table->note.empty() ? "ct" : "ctn";
            else
                shape += "hp-g"[block.index()];
        }
    }
    return shape;
}

QLabel* makeText(bool heading, bool small) {
    auto* label = makeLabel();
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto font = label->font();
    font.setBold(heading);
    if (heading && !small) font.setPointSizeF(font.pointSizeF() * 1.25);
    label->setFont(font);
    label->setForegroundRole(QPalette::WindowText);
    return label;
}

bool takesTab(const QWidget& widget) { return (widget.focusPolicy() & Qt::TabFocus) != 0; }

} // namespace

struct SectionsView::Placer {
    SectionsView& view;
    const Comparison& comparison;
    int next = 0;

    template <class Widget, class Make> Widget& place(Make make) {
        auto* item = view.m_layout->itemAt(next++);
        if (!item) {
            view.m_layout->addWidget(make());
            item = view.m_layout->itemAt(next - 1);
        }
        return *static_cast<Widget*>(item->widget());
    }

    void text(const std::string& words, bool heading, bool small = true) {
        place<QLabel>([=] { return makeText(heading, small); }).setText(toQString(words));
    }

    void operator()(const Heading& heading) { text(heading.text, true); }
    void operator()(const Paragraph& paragraph) { text(paragraph.text, false); }
    void operator()(const Table& table) {
        text(table.caption, true);
        auto& shown = place<FigureTable>([this] {
            auto* made = new FigureTable;
            QObject::connect(made, &FigureTable::explainRequested, &view, &SectionsView::explainRequested);
            return made;
        });
        shown.setAccessibleName(toQString(table.caption));
        shown.setTable(table, FigureTableModel::originsOf(table, comparison));
        if (!table.note.empty()) text(table.note, false);
    }
    void operator()(const ChartBlock& block) {
        auto& chart = place<ChartView>([] { return new ChartView; });
        chart.setMinimumSize(480, int(block.height * 1.5));
        chart.setSpec(block.chart);
    }
};

SectionsView::SectionsView(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void SectionsView::clear() {
    while (auto* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Tab goes from what stands before to the first block and on: widgets made later would come after all others of the window.
void SectionsView::orderFocus() {
    QWidget* last = parentWidget();
    while (last && !takesTab(*last)) last = last->parentWidget(); // the area that scrolls
    if (!last) return;
    for (auto* widget : parentWidget()->findChildren<QWidget*>()) {
        if (!takesTab(*widget)) continue;
        if (isAncestorOf(widget)) setTabOrder(last, widget);
        last = widget;
    }
}

void SectionsView::setSections(const std::vector<Section>& sections, const Comparison& comparison) {
    if (const auto shape = shapeOf(sections); shape != m_shape) {
        clear();
        m_shape = shape;
    }
    const bool isNew = m_layout->count() == 0;
    Placer placer{*this, comparison};
    for (const auto& section : sections) {
        placer.text(section.title, true, false);
        for (const auto& block : section.blocks) std::visit(placer, block);
    }
    if (isNew) orderFocus();
}

} // namespace tco
