// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "gui/pages/page.hpp"
#include "tco/base/date.hpp"
#include "tco/report/changes.hpp"

class QTreeWidgetItem;

namespace tco {

namespace Ui {
class HistoryPage;
}

/// Who changed what, day by day, and what all of it from one day to another does to the total of the scenario shown.
class HistoryPage : public Page {
    Q_OBJECT
  public:
    explicit HistoryPage(Session& session, QWidget* parent = nullptr);
    ~HistoryPage() override;

    /// Shows the edits in which these words stand.
    void find(const QString& words);
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
    void fillDays();
    void showSelected();
    void showDifferences();
    void compareAsking();
    void exportAsking();

    std::unique_ptr<Ui::HistoryPage> m_ui;
    /// What is shown below: all from a day on, or what differs from another file; nothing = nothing.
    std::optional<Date> m_since;
    std::shared_ptr<const PlanState> m_other;
};

} // namespace tco
