// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/report_page.hpp"

#include <QLabel>
#include <QTimer>

#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/message_bar.hpp"
#include "tco/base/clock.hpp"
#include "tco/render/pdf.hpp"
#include "ui_report_page.h"

namespace tco {

namespace {

/// Makes the report of this moment whenever it is called, on whatever thread.
auto reportMaker(const Session& session) {
    return [plan = session.snapshot(), comparison = session.comparison(), options = ReportOptions{session.fileName().toStdString(), today()}] {
        return comparisonReport(*plan, comparison, options);
    };
}

} // namespace

Report currentReport(const Session& session) { return reportMaker(session)(); }

ReportPage::ReportPage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::ReportPage>()), m_delay(new QTimer(this)) {
    m_ui->setupUi(this);
    m_ui->pagesScroll->setBackgroundRole(QPalette::Mid);
    m_ui->pagesWidget->setAutoFillBackground(false);
    m_delay->setSingleShot(true);
    m_delay->setInterval(150);
    connect(m_delay, &QTimer::timeout, this, &ReportPage::showPages);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ReportPage::exportRequested);
}

ReportPage::~ReportPage() = default;

MessageBar& ReportPage::messageBar() { return *m_ui->messageBar; }

void ReportPage::refresh() {
    QStringList names;
    for (const auto& scenario : session().comparison().scenarios) names.append(toQString(scenario.calculation->name));
    m_ui->contentText->setText(tr("Compares %1. Choose other scenarios on the page Compare; question and author stand on the page District & assumptions.")
                                   .arg(names.join(QStringLiteral(", "))));
    m_delay->start();
}

/// The analyses in it take longer than a person waits; until they are there, the old pages stay.
void ReportPage::showPages() {
    m_job = startJob(this, reportMaker(session()), [this](const Report& report) { paintPages(report); });
}

void ReportPage::paintPages(const Report& report) {
    constexpr double pageScale = 1.25; // of 72 dpi: a Letter page is then 765 wide
    const double ratio = devicePixelRatioF();
    while (auto* item = m_ui->pagesLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int number = 0;
    for (auto image : pageImages(report, pageScale * ratio)) {
        image.setDevicePixelRatio(ratio);
        auto* page = makeLabel();
        page->setPixmap(QPixmap::fromImage(image));
        page->setFixedSize((image.deviceIndependentSize()).toSize() + QSize(2, 2));
        page->setFrameShape(QFrame::Box);
        page->setAccessibleName(tr("Page %1 of the report").arg(++number));
        m_ui->pagesLayout->addWidget(page, 0, Qt::AlignHCenter);
    }
}

} // namespace tco
