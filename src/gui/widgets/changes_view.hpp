// SPDX-License-Identifier: Apache-2.0
#pragma once

// What differs between two states of a plan and what it does to the total. Calculated on another thread; hidden while there is
// nothing to compare.

#include <functional>

#include <QScrollArea>

#include "gui/app/job.hpp"
#include "tco/report/changes.hpp"

namespace tco {

class SectionsView;
class Session;

class ChangesView : public QScrollArea {
    Q_OBJECT
  public:
    explicit ChangesView(QWidget* parent = nullptr);

    using Make = std::function<std::vector<Section>()>;
    /// `make` runs on another thread, on data of its own.
    void show(const Session& session, Make make);
    void clear();

  private:
    SectionsView* m_sections;
    JobHandle m_job;
};

} // namespace tco
