// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/district_page.hpp"

#include "gui/app/session.hpp"
#include "gui/widgets/field_form.hpp"
#include "gui/widgets/item_table.hpp"
#include "ui_district_page.h"

namespace tco {

DistrictPage::DistrictPage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::DistrictPage>()) {
    m_ui->setupUi(this);
    for (auto* form : {m_ui->districtForm, m_ui->assumptionsForm}) {
        form->setWidestLabel(240);
        connect(form, &FieldForm::historyRequested, this, &Page::historyRequested);
    }
    m_ui->districtForm->setUp(session);
    m_ui->districtForm->setItem({Kind::District, singleId});
    m_ui->assumptionsForm->setUp(session);
    m_ui->assumptionsForm->setItem({Kind::Assumptions, singleId});
    m_ui->headCountTable->setUp(session, {Kind::HeadCount, {}},
                                {tr("Students and staff"), tr("Enter the number of students and staff to see costs per student."), {}});
}

DistrictPage::~DistrictPage() = default;

ItemTable* DistrictPage::itemTable() { return m_ui->headCountTable; }

} // namespace tco
