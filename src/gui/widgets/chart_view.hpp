// SPDX-License-Identifier: Apache-2.0
#pragma once

// A chart on the screen, drawn by the same code as in the PDF. Hovering tells the number, a click asks to open
// it, and “Show as table” (or T) shows the same data as a table. Screen readers get the alternative text.

#include <optional>

#include <QWidget>

#include "tco/report/chart.hpp"

class QStackedWidget;
class QToolButton;

namespace tco {

class FigureTable;

/// The picture alone.
class ChartCanvas : public QWidget {
    Q_OBJECT
  public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    void setSpec(ChartSpec spec);
    const ChartSpec& spec() const { return m_spec; }

    QSize sizeHint() const override { return {720, 300}; }

  signals:
    void datumClicked(int seriesIndex, int xIndex);
    void tableRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    double scale() const; ///< pixels per point
    const ChartScene& scene();
    int primitiveUnder(const QPointF& position);

    ChartSpec m_spec;
    std::optional<ChartScene> m_scene;
};

class ChartView : public QWidget {
    Q_OBJECT
  public:
    explicit ChartView(QWidget* parent = nullptr);

    void setSpec(ChartSpec spec);
    void showTable(bool show);

  signals:
    void datumClicked(int seriesIndex, int xIndex);

  private:
    ChartCanvas* m_canvas;
    FigureTable* m_table;
    QStackedWidget* m_stack;
    QToolButton* m_tableButton;
};

/// The data behind a chart: one row per x label, one column per series.
struct Table;
Table dataTable(const ChartSpec& spec);

} // namespace tco
