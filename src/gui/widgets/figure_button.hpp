// SPDX-License-Identifier: Apache-2.0
#pragma once

// One figure with its caption, large on the overview and small in the scenario bar. It is a button: pressing
// it opens the figure down to its postings.

#include <QAbstractButton>

namespace tco {

class FigureButton : public QAbstractButton {
    Q_OBJECT
  public:
    explicit FigureButton(QWidget* parent = nullptr);

    void setLarge(bool large);
    void setFigure(const QString& caption, const QString& value, const QString& toolTip = {});
    QString value() const { return m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    QFont captionFont() const;
    QFont valueFont() const;

    QString m_caption, m_value;
    bool m_large = false;
};

} // namespace tco
