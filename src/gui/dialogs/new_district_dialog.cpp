// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/new_district_dialog.hpp"

#include <QLocale>
#include <QPushButton>
#include <QTimer>

#include "gui/app/text.hpp"
#include "tco/base/clock.hpp"
#include "tco/report/report.hpp"
#include "ui_new_district_dialog.h"

namespace tco {
namespace {

template <class T> std::optional<T> as(const std::optional<Value>& value) { return value ? std::optional(std::get<T>(*value)) : std::nullopt; }

constexpr int frequencies[] = {1, 2, 4, 12};

/// The fiscal year that begins next: budgets are made for it.
int nextFiscalYear(int startMonth) { return FiscalCalendar(startMonth).yearOf(today()).value + 1; }

} // namespace

NewDistrictDialog::NewDistrictDialog(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::NewDistrictDialog>()), m_delay(new QTimer(this)) {
    m_ui->setupUi(this);
    const QLocale english(QLocale::English);
    for (int month = 1; month <= 12; ++month) m_ui->monthBox->addItem(english.standaloneMonthName(month), month);
    m_ui->monthBox->setCurrentIndex(6);
    m_ui->firstYearSpin->setValue(nextFiscalYear(7));
    for (const auto& text : {tr("1, once a year"), tr("2, every half-year"), tr("4, every quarter"), tr("12, every month")}) m_ui->perYearBox->addItem(text);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Create"));
    auto muted = m_ui->detailText->palette();
    muted.setColor(QPalette::WindowText, palette().color(QPalette::PlaceholderText));
    m_ui->detailText->setPalette(muted);

    m_delay->setSingleShot(true);
    m_delay->setInterval(120);
    connect(m_delay, &QTimer::timeout, this, &NewDistrictDialog::refresh);
    for (auto* line : findChildren<QLineEdit*>()) connect(line, &QLineEdit::textEdited, m_delay, qOverload<>(&QTimer::start));
    for (auto* spin : findChildren<QSpinBox*>()) connect(spin, &QSpinBox::valueChanged, m_delay, qOverload<>(&QTimer::start));
    for (auto* box : findChildren<QComboBox*>()) connect(box, &QComboBox::activated, m_delay, qOverload<>(&QTimer::start));
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &NewDistrictDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->nameEdit->setFocus();
    refresh();
}

NewDistrictDialog::~NewDistrictDialog() = default;

Document NewDistrictDialog::takeDocument() { return *std::exchange(m_document, {}); }

std::optional<Value> NewDistrictDialog::valueIn(const QLineEdit* line, Kind kind, std::string_view field) {
    if (line->text().trimmed().isEmpty()) return {};
    auto value = valueFromInput(Plan(), *findField(kind, field), line->text().toStdString());
    if (value) return *value;
    if (m_refusal.isEmpty()) m_refusal = toQString(value.error().message);
    return {};
}

NewDistrict NewDistrictDialog::read() {
    m_refusal.clear();
    NewDistrict input;
    input.name = m_ui->nameEdit->text().trimmed();
    input.fiscalYearStartMonth = m_ui->monthBox->currentData().toInt();
    input.firstYear = m_ui->firstYearSpin->value();
    input.horizon = m_ui->horizonSpin->value();
    input.students = as<std::int64_t>(valueIn(m_ui->studentsEdit, Kind::HeadCount, "students"));
    input.model = m_ui->modelEdit->text().trimmed();
    input.price = as<Money>(valueIn(m_ui->priceEdit, Kind::AssetModel, "unit_price"));
    input.quantity = as<std::int64_t>(valueIn(m_ui->quantityEdit, Kind::Cohort, "quantity"));
    input.usefulLife = as<std::int64_t>(valueIn(m_ui->lifeEdit, Kind::AssetModel, "useful_life"));
    input.fte = as<Decimal>(valueIn(m_ui->fteEdit, Kind::Position, "fte"));
    input.salary = as<Money>(valueIn(m_ui->salaryEdit, Kind::Position, "salary"));
    input.benefits = as<Rate>(valueIn(m_ui->benefitsEdit, Kind::Position, "benefits"));
    input.paymentPerDevice = as<Decimal>(valueIn(m_ui->paymentEdit, Kind::Lease, "payment_per_device"));
    input.paymentsPerYear = frequencies[m_ui->perYearBox->currentIndex()];
    input.payments = as<std::int64_t>(valueIn(m_ui->paymentsEdit, Kind::Lease, "payments"));
    input.discountRate = as<Rate>(valueIn(m_ui->discountEdit, Kind::Assumptions, "discount_rate"));
    return input;
}

void NewDistrictDialog::refresh() {
    auto document = createDistrict(read());
    m_ui->refusalText->setVisible(!m_refusal.isEmpty() || !document);
    m_ui->refusalText->setText(QStringLiteral("⚠ ") + (document ? m_refusal : toQString(document.error().message)));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(document && m_refusal.isEmpty());
    if (!document) return;
    const auto comparison = compare(document->plan(), defaultScenarios(document->plan()));
    const auto& figures = comparison.scenarios.front().figures;
    const bool hasAnswer = !figures.nominal.isZero();
    m_ui->answerText->setText(hasAnswer ? toQString(answerSentence(comparison))
                                        : tr("The answer appears here with the first price and quantity, or the first salary."));
    QStringList details;
    if (hasAnswer && !figures.years.empty())
        details.append(tr("%1: %2").arg(toQString(figures.years.front().year.shortLabel()), moneyText(figures.years.front().nominal)));
    if (figures.perStudentYear) details.append(tr("%1 per student and year").arg(moneyText(*figures.perStudentYear, MoneyStyle::Cents)));
    for (const auto& sentence : leasePaymentSentences(comparison)) details.append(toQString(sentence));
    m_ui->detailText->setText(details.join(QStringLiteral("   ·   ")));
    m_ui->detailText->setVisible(!details.isEmpty());
}

void NewDistrictDialog::accept() {
    m_delay->stop();
    auto document = createDistrict(read());
    if (!document || !m_refusal.isEmpty()) return refresh();
    m_document = std::move(*document);
    QDialog::accept();
}

} // namespace tco
