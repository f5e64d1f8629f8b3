// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "gui/pages/page.hpp"
#include "tco/base/date.hpp"

class QTreeWidgetItem;

namespace tco {

namespace Ui {
class HistoryPage;
}

/// Who changed what, day by day, and what all of it since a day does to the total.
class HistoryPage : public Page {
    Q_OBJECT
  public:
    explicit HistoryPage(Session& session, QWidget* parent = nullptr);
    ~HistoryPage() override;

    /// Shows what differs from another file.
    bool compareWith(const QString& path);
    /// Writes what the table shows as CSV.
    bool exportTo(const QString& path);

  protected:
    void refresh() override;

  private:
    void fill();
    void addChanges(QTreeWidgetItem& item);
    std::optional<Date> selectedDay() const;
    void showSince();
    void compareAsking();
    void exportAsking();

    std::unique_ptr<Ui::HistoryPage> m_ui;
    std::optional<Date> m_since; ///< what is shown below; nothing = nothing
};

} // namespace tco
