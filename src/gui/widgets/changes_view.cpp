// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/changes_view.hpp"

#include "gui/app/session.hpp"
#include "gui/widgets/sections_view.hpp"

namespace tco {

ChangesView::ChangesView(QWidget* parent) : QScrollArea(parent), m_sections(new SectionsView) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setWidget(m_sections);
    hide();
}

void ChangesView::show(const Session& session, Make make) {
    setVisible(true);
    m_job = startJob(this, std::move(make), [this, &session](const std::vector<Section>& sections) { m_sections->setSections(sections, session.view()); });
}

void ChangesView::clear() {
    m_job.cancel();
    hide();
}

} // namespace tco
