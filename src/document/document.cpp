// SPDX-License-Identifier: Apache-2.0
#include "tco/document/document.hpp"

#include <optional>
#include <set>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "plan_editor.hpp"
#include "tco/base/file.hpp"
#include "tco/storage/plan_store.hpp"

namespace tco {
namespace {

std::size_t stampOf(std::string_view content) { return std::hash<std::string_view>{}(content); }

} // namespace

struct Document::State {
    PlanStore store;
    std::shared_ptr<const Plan> plan;
    IdSource ids;
    std::filesystem::path path;
    std::size_t fileStamp = 0; ///< of the file's bytes when it was read or written last
    std::int64_t savedRevision = 0;
    std::string author;
    Clock clock = now;

    Expected<void> reload() {
        auto loaded = store.load();
        if (!loaded) return failFrom(loaded);
        plan = std::make_shared<const Plan>(std::move(*loaded));
        return {};
    }

    Expected<void> write(const std::filesystem::path& target) {
        const auto content = store.bytes();
        if (!content) return failFrom(content);
        if (auto written = writeFileAtomically(target, *content); !written) return written;
        path = target;
        fileStamp = stampOf(*content);
        savedRevision = store.revision();
        spdlog::info("saved {} ({} bytes)", target.string(), content->size());
        return {};
    }
};

Document::Document(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Document Document::create() { return Document(std::make_unique<State>(State{PlanStore::create(), std::make_shared<const Plan>(), {}, {}})); }

Expected<Document> Document::open(const std::filesystem::path& path) {
    const auto content = readFile(path);
    if (!content) return failFrom(content);
    auto store = PlanStore::fromBytes(*content, path.string());
    if (!store) return failFrom(store);
    auto state = std::make_unique<State>(State{std::move(*store), nullptr, {}, path, stampOf(*content)});
    if (auto loaded = state->reload(); !loaded)
        return fail(loaded.error().code, fmt::format("“{}” is damaged: {}", path.string(), loaded.error().message), loaded.error().context);
    spdlog::info("opened {} ({} bytes, {} cohorts)", path.string(), content->size(), state->plan->cohorts.size());
    return Document(std::move(state));
}

const Plan& Document::plan() const { return *m_state->plan; }
std::shared_ptr<const Plan> Document::snapshot() const { return m_state->plan; }

void Document::setAuthor(std::string name) { m_state->author = std::move(name); }
void Document::setClock(Clock clock) { m_state->clock = std::move(clock); }
Expected<History> Document::history() const { return m_state->store.history(); }

Expected<void> Document::edit(std::string_view name, const std::function<Expected<void>(Editor&)>& change) {
    PlanEditor editor(*m_state->plan, m_state->ids);
    if (auto changed = change(editor); !changed) {
        spdlog::info("refused “{}”: {}", name, changed.error().message);
        return changed;
    }
    return record(name, editor);
}

Expected<void> Document::record(std::string_view name, PlanEditor& editor) {
    const auto moment = m_state->clock();
    HistoryEdit note{.day = moment.day, .time = moment.time, .author = m_state->author, .name = std::string(name), .import = editor.importedFrom()};
    if (auto recorded = m_state->store.commit(std::move(note), editor.change()); !recorded) return recorded;
    m_state->plan = std::make_shared<const Plan>(editor.takePlan());
    spdlog::info("edit “{}”", name);
    return {};
}

Expected<void> Document::merge(const Document& copy, const Plan& merged) {
    auto edits = copy.history();
    const auto known = history();
    if (!edits || !known) return failFrom(edits ? known : edits);
    std::set<EditId> knownIds;
    for (const auto& edit : *known) knownIds.insert(edit.id);
    std::erase_if(*edits, [&](const HistoryEdit& edit) { return knownIds.contains(edit.id); });
    std::set<CohortId> cohorts;
    for (const auto& cohort : merged.cohorts)
        if (!findById(plan().cohorts, cohort.id)) cohorts.insert(cohort.id);
    auto imports = copy.m_state->store.importsOf(cohorts);
    if (!imports) return failFrom(imports);
    std::vector<AdoptedPlan> adopted;
    for (const auto& adoption : merged.adoptions)
        if (!findById(plan().adoptions, adoption.id)) {
            auto kept = copy.adoptedPlan(adoption.id);
            if (kept)
                adopted.push_back({adoption.id, std::move(*kept)});
            else if (kept.error().code != ErrorCode::NotFound)
                return failFrom(kept);
        }
    PlanEditor editor(*m_state->plan, m_state->ids);
    if (auto taken = editor.takeMerged(merged, {std::move(*edits), std::move(*imports), std::move(adopted)}); !taken) return taken;
    return record(fmt::format("Merge “{}”", copy.path().filename().string()), editor);
}

bool Document::canUndo() const { return m_state->store.canUndo(); }
bool Document::canRedo() const { return m_state->store.canRedo(); }
std::string Document::undoName() const { return m_state->store.undoName(); }
std::string Document::redoName() const { return m_state->store.redoName(); }

Expected<void> Document::undo() {
    if (!canUndo()) return fail(ErrorCode::Conflict, "There is nothing to undo.");
    spdlog::info("undo “{}”", undoName());
    if (auto undone = m_state->store.undo(); !undone) return undone;
    return m_state->reload();
}

Expected<void> Document::redo() {
    if (!canRedo()) return fail(ErrorCode::Conflict, "There is nothing to redo.");
    spdlog::info("redo “{}”", redoName());
    if (auto redone = m_state->store.redo(); !redone) return redone;
    return m_state->reload();
}

const std::filesystem::path& Document::path() const { return m_state->path; }
bool Document::isModified() const { return m_state->store.revision() != m_state->savedRevision; }

Expected<void> Document::save() {
    const auto& path = m_state->path;
    if (path.empty()) return fail(ErrorCode::InvalidInput, "The plan has no file yet; choose where to save it.");
    const auto onDisk = readFile(path);
    if (onDisk && stampOf(*onDisk) != m_state->fileStamp)
        return fail(ErrorCode::Conflict,
                    fmt::format("“{}” was changed by somebody else since it was opened; save this plan under another name.", path.string()));
    // A file that is gone is written again; one that cannot be read cannot be compared.
    if (!onDisk && onDisk.error().code != ErrorCode::NotFound) return fail(ErrorCode::Unwritable, onDisk.error().message, onDisk.error().context);
    return m_state->write(path);
}

Expected<void> Document::saveAs(const std::filesystem::path& path) { return m_state->write(path); }

Expected<void> Document::saveCopyWithoutNames(const std::filesystem::path& path) const {
    const auto content = m_state->store.bytesWithoutNames();
    if (!content) return failFrom(content);
    return writeFileAtomically(path, *content);
}

Expected<Plan> Document::adoptedPlan(AdoptionId adoption) const { return m_state->store.adoptedPlan(adoption); }
std::vector<std::string> Document::deviceSerials() const { return m_state->store.deviceSerials(); }
std::vector<Device> Document::devicesOf(CohortId cohort) const { return m_state->store.devicesOf(cohort); }

} // namespace tco
