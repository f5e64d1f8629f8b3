// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/chart_view.hpp"

#include <mutex>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QToolTip>

#include "gui/app/plain_text.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/figure_table.hpp"
#include "tco/render/chart_painter.hpp"

namespace tco {
namespace {

/// A widget that paints itself would be a nameless filler to a screen reader.
class AccessibleChart : public QAccessibleWidget {
  public:
    explicit AccessibleChart(ChartCanvas* canvas) : QAccessibleWidget(canvas, QAccessible::Chart), m_canvas(canvas) {}

    QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Name) return toQString(m_canvas->spec().title);
        if (kind == QAccessible::Description) return toQString(alternativeText(m_canvas->spec()));
        return QAccessibleWidget::text(kind);
    }

  private:
    ChartCanvas* m_canvas;
};

QAccessibleInterface* makeAccessible(const QString& className, QObject* object) {
    auto* canvas = className == QLatin1String("tco::ChartCanvas") ? qobject_cast<ChartCanvas*>(object) : nullptr;
    return canvas ? new AccessibleChart(canvas) : nullptr;
}

} // namespace

ChartCanvas::ChartCanvas(QWidget* parent) : QWidget(parent) {
    static std::once_flag installed;
    std::call_once(installed, [] { QAccessible::installFactory(makeAccessible); });
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartCanvas::setSpec(ChartSpec spec) {
    m_spec = std::move(spec);
    m_scene.reset();
    setAccessibleName(toQString(m_spec.title));
    setAccessibleDescription(toQString(alternativeText(m_spec)));
    update();
}

double ChartCanvas::scale() const { return logicalDpiY() / 72.0; }

const ChartScene& ChartCanvas::scene() {
    if (!m_scene) m_scene = layoutChart(m_spec, width() / scale(), height() / scale());
    return *m_scene;
}

int ChartCanvas::primitiveUnder(const QPointF& position) { return primitiveAt(scene(), position.x() / scale(), position.y() / scale()); }

void ChartCanvas::paintEvent(QPaintEvent*) {
    if (m_spec.xLabels.empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale(), scale());
    paintChart(painter, scene(), ChartTheme::screen(palette(), font()));
    if (hasFocus()) {
        painter.resetTransform();
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ChartCanvas::resizeEvent(QResizeEvent* event) {
    m_scene.reset();
    QWidget::resizeEvent(event);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    const int hit = primitiveUnder(event->position());
    const auto tip = hit < 0 ? QString() : toQString(scene().primitives[std::size_t(hit)].tooltip);
    QToolTip::showText(event->globalPosition().toPoint(), plainToolTip(tip), this);
    setCursor(hit < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const int hit = primitiveUnder(event->position());
    if (hit < 0) return;
    const auto& primitive = scene().primitives[std::size_t(hit)];
    emit datumClicked(primitive.seriesIndex, primitive.xIndex);
}

void ChartCanvas::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_T || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit tableRequested();
    else
        QWidget::keyPressEvent(event);
}

ChartView::ChartView(QWidget* parent)
    : QWidget(parent), m_canvas(new ChartCanvas), m_table(new FigureTable), m_stack(new QStackedWidget), m_tableButton(new QToolButton) {
    m_tableButton->setObjectName(QStringLiteral("tableButton"));
    m_tableButton->setText(tr("Show as table"));
    m_tableButton->setToolTip(plainToolTip(tr("Show the numbers of the chart as a table (T)")));
    m_tableButton->setCheckable(true);
    m_tableButton->setAutoRaise(true);
    m_table->setScrolling(true);
    m_table->setAccessibleName(tr("The chart’s data"));
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_table);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_tableButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addLayout(buttons);
    setTabOrder(m_canvas, m_table);
    setTabOrder(m_table, m_tableButton);
    connect(m_tableButton, &QToolButton::toggled, this, &ChartView::showTable);
    connect(m_canvas, &ChartCanvas::tableRequested, this, [this] { showTable(true); });
    connect(m_canvas, &ChartCanvas::datumClicked, this, &ChartView::datumClicked);
}

void ChartView::setSpec(ChartSpec spec) {
    m_table->setTable(dataTable(spec));
    m_canvas->setSpec(std::move(spec));
}

void ChartView::showTable(bool show) {
    m_tableButton->setChecked(show);
    const bool hadFocus = m_canvas->hasFocus() || m_table->hasFocus();
    m_stack->setCurrentIndex(show ? 1 : 0);
    if (hadFocus) m_stack->currentWidget()->setFocus();
}

Table dataTable(const ChartSpec& spec) {
    Table table;
    table.caption = spec.title;
    auto series = spec.series;
    if (spec.outline) series.push_back(*spec.outline);
    table.columns.push_back({coreText(spec.xTitle).toStdString(), TextAlign::Left, 1});
    for (const auto& one : series) table.columns.push_back({one.name, TextAlign::Right, 1});
    for (std::size_t x = 0; x < spec.xLabels.size(); ++x) {
        Table::Row row;
        row.cells.push_back({spec.xLabels[x], false});
        for (const auto& one : series) row.cells.push_back({x < one.values.size() ? displayCell(one.values[x]) : std::string(), false});
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace tco
