// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/app/job.hpp"
#include "gui/pages/page.hpp"
#include "tco/report/report.hpp"

class QTimer;

namespace tco {

class MessageBar;
namespace Ui {
class ReportPage;
}

/// The real pages of the board report, as they will be printed.
class ReportPage : public Page {
    Q_OBJECT
  public:
    explicit ReportPage(Session& session, QWidget* parent = nullptr);
    ~ReportPage() override;

    MessageBar& messageBar();

  signals:
    void exportRequested();

  protected:
    void refresh() override;

  private:
    void showPages();
    void paintPages(const Report& report);

    std::unique_ptr<Ui::ReportPage> m_ui;
    JobHandle m_job; ///< that makes the report
    QTimer* m_delay; ///< pages are painted when the typing pauses
};

/// The report of the scenarios chosen on the page Compare, dated today.
Report currentReport(const Session& session);

} // namespace tco
