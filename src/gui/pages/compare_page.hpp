// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/app/job.hpp"
#include "gui/pages/page.hpp"

namespace tco {

namespace Ui {
class ComparePage;
}

/// Two to six scenarios side by side, with the answer in words.
class ComparePage : public Page {
    Q_OBJECT
  public:
    explicit ComparePage(Session& session, QWidget* parent = nullptr);
    ~ComparePage() override;

  protected:
    void refresh() override;

  private:
    void refreshChoice();
    void choose();
    void refreshSections();

    std::unique_ptr<Ui::ComparePage> m_ui;
    JobHandle m_job;
};

} // namespace tco
