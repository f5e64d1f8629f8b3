// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sections of a comparison on the screen: the same tables, charts and sentences as in the report. Where only figures
// changed, the widgets stay, and with them the focus and the place on the page.

#include <QWidget>

#include "gui/models/figure_table_model.hpp"
#include "tco/report/sections.hpp"

class QVBoxLayout;

namespace tco {

class SectionsView : public QWidget {
    Q_OBJECT
  public:
    explicit SectionsView(QWidget* parent = nullptr);

    void setSections(const std::vector<Section>& sections, const Comparison& comparison);

  signals:
    void explainRequested(const tco::FigureSource& source);

  private:
    /// Shows a block: in the next widget where that fits, else in a new one.
    struct Placer;
    void clear();
    void orderFocus();

    QVBoxLayout* m_layout;
    std::string m_shape; ///< kinds of the blocks in their order
};

} // namespace tco
