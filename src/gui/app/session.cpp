// SPDX-License-Identifier: Apache-2.0
#include "gui/app/session.hpp"

#include <algorithm>
#include <set>

#include "gui/app/text.hpp"
#include "tco/base/log.hpp"
#include "tco/base/person.hpp"
#include "tco/engine/accounts.hpp"
#include "tco/engine/books.hpp"
#include "tco/engine/funding.hpp"
#include "tco/exchange/practice.hpp"

namespace tco {
namespace {

/// What stands beside a calculation: the books, the funds, and codes that the chart of accounts does not have.
Findings findingsOfBooks(const Calculation& calculation) {
    const auto& plan = *calculation.plan;
    const auto chart = chartOf(plan.district.state);
    Findings all;
    const auto add = [&](Findings some) { std::ranges::move(some, std::back_inserter(all)); };
    add(booksOf(calculation, false).findings); // one after the other: the books of a large district take much memory
    add(fundingOf(calculation).findings);
    add(accountFindings(plan, codesIn(chart.functions), codesIn(chart.objects)));
    return all;
}

} // namespace

Session::Session(QObject* parent) : QObject(parent), m_document(Document::create()) { connect(this, &Session::changed, this, &Session::checkBooks); }

DocumentOptions editingOptions() { return {.locking = true, .recovery = true}; }

Expected<void> Session::open(const std::filesystem::path& path, bool readOnly) {
    auto options = editingOptions();
    options.readOnly = readOnly;
    return replaceWithFile(path, [&] { return Document::open(path, options); });
}

Expected<void> Session::recover(const LeftBehind& left) {
    return replaceWithFile(left.planFile, [&] { return Document::recover(left, editingOptions()); });
}

Expected<void> Session::replaceWithFile(const std::filesystem::path& file, const std::function<Expected<Document>()>& make) {
    std::error_code missing; // then they are not the same
    const auto own = m_document.path();
    const bool isOwn = !m_document.isReadOnly() && std::filesystem::equivalent(file, own, missing);
    if (isOwn) {
        // The lock is ours, and is let go only when the file can be opened again.
        if (const auto readable = Document::open(own); !readable) return failFrom(readable);
        m_document = Document::create();
    }
    auto made = make();
    if (made)
        replaceDocument(std::move(*made));
    else if (isOwn)
        openAgain(own);
    return made ? Expected<void>() : failFrom(made);
}

void Session::openAgain(const std::filesystem::path& file) {
    auto again = Document::open(file, editingOptions());
    if (!again) again = Document::open(file, {.readOnly = true}); // somebody was quicker
    if (!again) return replaceDocument(Document::create(editingOptions()));
    m_document = std::move(*again);
    m_document.setAuthor(personHere());
    (void)finish({});
}

Expected<void> Session::merge(const Document& copy, const Plan& merged) { return finish(m_document.merge(copy, merged)); }

void Session::adopt(Document document) { replaceDocument(std::move(document)); }

void Session::replaceDocument(Document document) {
    m_document = std::move(document);
    m_document.setAuthor(personHere());
    m_hasDocument = true;
    m_savedAt = {};
    m_bookFindings.clear();
    chooseDefaults();
    recalculate();
    emit documentReplaced();
    emit changed();
    emit fileStateChanged();
}

void Session::chooseDefaults() {
    m_chosen = defaultScenarios(plan());
    m_shown = m_chosen.empty() ? ScenarioId{} : m_chosen.front();
    m_compared = m_chosen.size() > 1 ? std::optional(m_chosen[1]) : std::nullopt;
}

Expected<void> Session::save() {
    auto saved = m_document.save();
    if (saved) m_savedAt = QDateTime::currentDateTime();
    emit fileStateChanged();
    return saved;
}

Expected<void> Session::saveAs(const std::filesystem::path& path) {
    auto saved = m_document.saveAs(path);
    if (saved) m_savedAt = QDateTime::currentDateTime();
    emit fileStateChanged();
    return saved;
}

QString Session::fileName() const { return m_document.path().empty() ? tr("Untitled.tco") : fromPath(m_document.path().filename()); }

Expected<void> Session::edit(const QString& name, const std::function<Expected<void>(Editor&)>& change) {
    return finish(m_document.edit(name.toStdString(), change));
}

Expected<void> Session::setField(ItemRef item, const Field& field, const Value& value) {
    return edit(tr("Change %1").arg(coreText(field.label).toLower()), [&](Editor& editor) { return editor.set(item, field.key, value); });
}

Expected<void> Session::setOverride(ScenarioId scenario, ItemRef item, const Field& field, const Value& value) {
    return edit(tr("Change %1 in %2").arg(coreText(field.label).toLower(), scenarioName(scenario)), [&](Editor& editor) {
        return editor.setOverride(scenario, {item, std::string(field.key)}, value);
    });
}

Expected<void> Session::clearOverride(ScenarioId scenario, ItemRef item, const Field& field) {
    return edit(tr("Use the plan’s %1 in %2").arg(coreText(field.label).toLower(), scenarioName(scenario)), [&](Editor& editor) {
        return editor.clearOverride(scenario, {item, std::string(field.key)});
    });
}

Expected<void> Session::undo() { return finish(m_document.undo()); }
Expected<void> Session::redo() { return finish(m_document.redo()); }

Expected<void> Session::finish(Expected<void> result) {
    if (!result) return result;
    keepScenariosValid();
    recalculate();
    emit changed();
    emit fileStateChanged();
    return result;
}

void Session::keepScenariosValid() {
    const auto exists = [&](ScenarioId id) { return findById(plan().scenarios, id) != nullptr; };
    const auto fallback = defaultScenarios(plan());
    // The first scenarios of a plan come into view by themselves.
    if ((m_shown && !exists(m_shown)) || (!m_shown && !plan().scenarios.empty())) m_shown = fallback.empty() ? ScenarioId{} : fallback.front();
    if (m_compared && *m_compared && !exists(*m_compared)) m_compared.reset();
    std::erase_if(m_chosen, [&](ScenarioId id) { return id ? !exists(id) : !plan().scenarios.empty(); });
    if (m_chosen.size() < 2) m_chosen = fallback;
}

void Session::recalculate() {
    for (auto& [scenario, calculation] : m_calculations) m_outdated[scenario] = std::move(calculation);
    m_calculations.clear();
    m_view.reset();
    m_comparison.reset();
    m_history.reset();
}

const History& Session::history() const {
    static const History none;
    if (!m_history) m_history = m_document.history();
    return *m_history ? **m_history : none;
}

const Error* Session::historyError() const {
    history();
    return *m_history ? nullptr : &m_history->error();
}

void Session::setPerson(const QString& name) {
    if (const auto kept = setPersonHere(name.toStdString()); !kept) spdlog::warn("name: {}", kept.error().message);
    m_document.setAuthor(personHere());
}

void Session::checkBooks() {
    m_bookJob = startJob(
        this, [calculation = calculation()] { return findingsOfBooks(*calculation); },
        [this](Findings found) {
            if (std::ranges::equal(found, m_bookFindings, {}, &Finding::message, &Finding::message)) return;
            m_bookFindings = std::move(found);
            emit findingsChanged();
        });
}

Findings Session::findings() const {
    auto all = calculation()->findings;
    all.insert(all.end(), m_bookFindings.begin(), m_bookFindings.end());
    std::ranges::stable_sort(all, std::greater{}, &Finding::severity);
    return all;
}

void Session::setShown(ScenarioId scenario) {
    if (scenario == m_shown) return;
    // Choosing what it is compared with swaps the two.
    if (m_compared == scenario) m_compared = m_shown;
    m_shown = scenario;
    m_view.reset();
    emit changed();
}

void Session::setCompared(std::optional<ScenarioId> scenario) {
    if (scenario == m_compared) return;
    if (scenario && *scenario == m_shown && m_compared) m_shown = *m_compared;
    m_compared = scenario;
    if (m_compared && *m_compared == m_shown) m_compared.reset();
    m_view.reset();
    emit changed();
}

void Session::setChosen(std::vector<ScenarioId> scenarios) {
    if (scenarios == m_chosen) return;
    m_chosen = std::move(scenarios);
    m_comparison.reset();
    emit changed();
}

QString Session::scenarioName(ScenarioId scenario) const {
    const auto* found = findById(plan().scenarios, scenario);
    return found ? toQString(found->name) : tr("Plan as entered");
}

std::optional<Value> Session::overrideOf(ItemRef item, std::string_view field) const {
    auto lineage = lineageOf(plan(), m_shown);
    std::ranges::reverse(lineage); // the youngest counts most
    for (const auto scenario : lineage)
        if (const auto found = plan().overrides.find({scenario, {item, std::string(field)}}); found != plan().overrides.end()) return found->second;
    return {};
}

std::shared_ptr<const Calculation> Session::calculation(ScenarioId scenario) const {
    if (const auto found = m_calculations.find(scenario); found != m_calculations.end()) return found->second;
    // What the last edit, or the other scenario, did not touch is taken over.
    std::shared_ptr<const Calculation> previous;
    if (const auto found = m_outdated.find(scenario); found != m_outdated.end())
        previous = std::move(found->second);
    else if (!m_calculations.empty())
        previous = m_calculations.begin()->second;
    m_outdated.erase(scenario);
    return m_calculations[scenario] = calculate(plan(), scenario, previous.get());
}

const Comparison& Session::view() const {
    if (!m_view) {
        std::vector<std::shared_ptr<const Calculation>> calculations;
        if (m_compared) calculations.push_back(calculation(*m_compared));
        calculations.push_back(calculation(m_shown));
        m_view = compare(std::move(calculations));
    }
    return *m_view;
}

const Comparison& Session::comparison() const {
    if (!m_comparison) {
        std::vector<std::shared_ptr<const Calculation>> calculations;
        for (const auto scenario : m_chosen) calculations.push_back(calculation(scenario));
        m_comparison = compare(std::move(calculations));
    }
    return *m_comparison;
}

} // namespace tco
