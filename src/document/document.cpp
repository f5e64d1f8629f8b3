// SPDX-License-Identifier: Apache-2.0
#include "tco/document/document.hpp"

#include <optional>
#include <set>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "backups.hpp"
#include "file_lock.hpp"
#include "plan_editor.hpp"
#include "tco/base/file.hpp"
#include "tco/base/utf8.hpp"
#include "tco/storage/plan_store.hpp"
#include "working_copy.hpp"

namespace tco {
namespace {

constexpr std::int64_t notInAFile = -1; ///< no revision has this number

std::filesystem::path absolutePath(const std::filesystem::path& path) {
    std::error_code error;
    auto absolute = std::filesystem::absolute(path, error);
    return error ? path : absolute;
}

/// A working copy, where it lies, and the stamp of the file it was read from.
struct Opened {
    std::optional<WorkingCopy> copy; ///< nothing: in memory
    PlanStore store;
    FileStamp stamp;
};

Expected<Opened> openInMemory(const std::filesystem::path& path) {
    const auto content = readFile(path);
    if (!content) return failFrom(content);
    auto store = PlanStore::fromBytes(*content, path.string());
    if (!store) return failFrom(store);
    return Opened{{}, std::move(*store), stampOf(*content)};
}

/// Error Unwritable when only the state folder is to blame.
Expected<Opened> openOnDisk(const std::filesystem::path& path, const Presence& owner) {
    auto copy = WorkingCopy::begin(owner);
    if (!copy) return failFrom(copy);
    const auto stamp = copyFile(path, copy->file());
    if (!stamp) return failFrom(stamp);
    auto store = PlanStore::fromCopy(copy->file(), path.string());
    if (!store) return failFrom(store);
    copy->noteSaved({absolutePath(path), *stamp, store->lastEdit()});
    return Opened{std::move(*copy), std::move(*store), *stamp};
}

Expected<Opened> createOnDisk(const Presence& owner) {
    auto copy = WorkingCopy::begin(owner);
    if (!copy) return failFrom(copy);
    auto store = PlanStore::createIn(copy->file());
    if (!store) return failFrom(store);
    copy->noteSaved({});
    return Opened{std::move(*copy), std::move(*store), {}};
}

Finding notice(std::string_view code, std::string message) { return {Severity::Warning, code, std::move(message), {}}; }
Finding note(std::string_view code, std::string message) { return {Severity::Note, code, std::move(message), {}}; }

Finding notKeptForCrash(const Error& reason) {
    return notice("no_recovery", fmt::format("Edits are lost if the program ends unexpectedly, so save often: {}", reason.message));
}

} // namespace

struct Document::State {
    explicit State(const DocumentOptions& chosen) : options(chosen), owner(presenceHere(chosen.user)) {
        if (options.readOnly) readOnlyReason = "The plan is open read-only; save it under another name to change it.";
    }

    DocumentOptions options;
    Presence owner;
    std::string readOnlyReason;
    Findings notices;
    std::optional<FileLock> lock;    // released last
    std::optional<WorkingCopy> copy; // removed when the store in it is closed
    std::optional<PlanStore> store;  // always there once the document is made
    std::shared_ptr<const Plan> plan = std::make_shared<const Plan>();
    IdSource ids;
    std::filesystem::path path;
    FileStamp stamp;                ///< of the file when it was read or written last
    std::int64_t savedRevision = 0; ///< the revision that is in the file
    bool isNewer = false;           ///< the file has more than this version knows
    std::string author = owner.user;
    Clock clock = now;

    void take(Opened opened) {
        copy = std::move(opened.copy);
        store = std::move(opened.store);
        stamp = opened.stamp;
    }

    Expected<void> reload() {
        auto loaded = store->load();
        if (!loaded) return failFrom(loaded);
        plan = std::make_shared<const Plan>(std::move(*loaded));
        return {};
    }

    bool isReadOnly() const { return !readOnlyReason.empty(); }

    Expected<void> mayChange() const {
        if (isReadOnly()) return fail(isNewer ? ErrorCode::NewerVersion : ErrorCode::Conflict, readOnlyReason);
        return {};
    }

    /// Takes the lock of a file into `taken`. A folder that takes none is no reason not to work.
    Expected<void> lockFile(const std::filesystem::path& file, std::optional<FileLock>& taken) {
        auto locked = FileLock::take(file, owner);
        if (!locked && locked.error().code == ErrorCode::InUse) return failFrom(locked);
        if (locked)
            taken = std::move(*locked);
        else
            notices.push_back(notice("no_lock", fmt::format("Others cannot see that you work on this plan: {}", locked.error().message)));
        return {};
    }

    Expected<void> openFile(const std::filesystem::path& file) {
        auto opened = options.recovery ? openOnDisk(file, owner) : openInMemory(file);
        if (!opened && options.recovery && opened.error().code == ErrorCode::Unwritable) {
            notices.push_back(notKeptForCrash(opened.error()));
            opened = openInMemory(file);
        }
        if (!opened) return failFrom(opened);
        take(std::move(*opened));
        path = file;
        const int version = PlanStore::versionOf(file), current = PlanStore::currentVersion();
        isNewer = version > current;
        if (isNewer) {
            readOnlyReason = "The plan was written by a newer District TCO and can only be looked at; update this program to change it.";
            lock.reset();
            copy.reset(); // what is known of it is in memory
        }
        if (auto loaded = reload(); !loaded)
            return fail(loaded.error().code, fmt::format("“{}” is damaged: {}", file.string(), loaded.error().message), loaded.error().context);
        if (version < current)
            notices.push_back(note(
                "older_version", fmt::format("The file is of an older District TCO (version {} of the file, now {}). What is entered is unchanged; once saved, "
                                             "it also keeps {}.",
                                             version, current, PlanStore::whatIsNewSince(version))));
        return {};
    }

    void backUp(const std::filesystem::path& target) {
        const int before = PlanStore::versionOf(target), current = PlanStore::currentVersion();
        const bool isOlder = before > 0 && before < current;
        const auto kept = keepBackup(target, today(), options.backups, isOlder ? std::optional(current) : std::nullopt);
        if (!kept)
            notices.push_back(notice("no_backup", fmt::format("The plan was saved, but no backup copy of the old file was kept: {}", kept.error().message)));
        else if (isOlder)
            notices.push_back(
                note("brought_up_to_date", fmt::format("The file was brought up to date, from version {} to {}: it also keeps {} now. The old file is “{}”.",
                                                       before, current, PlanStore::whatIsNewSince(before), kept->string())));
    }

    tl::unexpected<Error> changedByOthers() const {
        return fail(ErrorCode::Conflict,
                    fmt::format("“{}” was changed by somebody else since it was opened; save this plan under another name.", path.string()));
    }

    /// `expected`: what must stand in the target until it is replaced.
    Expected<void> write(const std::filesystem::path& target, std::optional<FileStamp> expected = {}) {
        backUp(target);
        SavedState written{absolutePath(target), {}, store->lastEdit()};
        auto replaced = replaceFileAtomically(target, [&](const std::filesystem::path& temporary) -> Expected<void> {
            if (auto done = store->writeTo(temporary, target.string()); !done) return done;
            if (expected) // writing may have taken a while
                if (const auto onDisk = stampOfFile(target); onDisk && *onDisk != *expected) return changedByOthers();
            const auto stamped = stampOfFile(temporary);
            if (!stamped) return failFrom(stamped);
            written.stamp = *stamped;
            if (copy) copy->noteSaving(written);
            return {};
        });
        if (!replaced) {
            notices.clear(); // they speak of a plan that was saved
            return replaced;
        }
        if (copy) copy->noteSaved(written);
        path = target;
        stamp = written.stamp;
        savedRevision = store->revision();
        spdlog::info("saved {} ({} bytes)", target.string(), stamp.size);
        return {};
    }
};

Document::Document(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Document Document::create(const DocumentOptions& options) {
    auto state = std::make_unique<State>(options);
    state->readOnlyReason.clear();
    auto made = options.recovery ? createOnDisk(state->owner) : Expected<Opened>(Opened{{}, PlanStore::create(), {}});
    if (!made) {
        state->notices.push_back(notKeptForCrash(made.error()));
        made = Opened{{}, PlanStore::create(), {}};
    }
    state->take(std::move(*made));
    return Document(std::move(state));
}

Expected<Document> Document::open(const std::filesystem::path& path, const DocumentOptions& options) {
    auto state = std::make_unique<State>(options);
    if (options.locking && !options.readOnly) {
        if (auto locked = state->lockFile(path, state->lock); !locked) return failFrom(locked);
        if (state->lock) removeLeftovers(path);
    }
    if (auto opened = state->openFile(path); !opened) return failFrom(opened);
    spdlog::info("opened {} ({} bytes, {} cohorts)", path.string(), state->stamp.size, state->plan->cohorts.size());
    return Document(std::move(state));
}

Expected<Document> Document::recover(const LeftBehind& left, const DocumentOptions& options) {
    auto state = std::make_unique<State>(options);
    state->readOnlyReason.clear();
    auto note = noteOf(left.workingCopy);
    if (!note) return fail(ErrorCode::NotFound, "These edits are not there any more.", left.workingCopy.string());
    if (options.locking && !left.planFile.empty())
        if (auto locked = state->lockFile(left.planFile, state->lock); !locked) return failFrom(locked);
    auto store = PlanStore::recover(left.workingCopy);
    if (!store) return failFrom(store);
    const auto saved = lastSaved(*note);
    state->store = std::move(*store);
    if (auto loaded = state->reload(); !loaded) return failFrom(loaded);
    // From here on it is this document's own, and goes with it.
    state->copy = WorkingCopy::takeOver(left.workingCopy, std::move(*note));
    state->copy->noteOwner(state->owner);
    state->path = saved.file;
    state->stamp = saved.stamp;
    state->savedRevision = notInAFile;
    spdlog::info("recovered {} edits of {}", left.edits.size(), saved.file.string());
    return Document(std::move(state));
}

Expected<Document> Document::salvage(const std::filesystem::path& path, Findings& lost) {
    const auto content = readFile(path);
    if (!content) return failFrom(content);
    auto store = PlanStore::salvage(*content, path.string(), lost);
    if (!store) return failFrom(store);
    auto state = std::make_unique<State>(DocumentOptions());
    state->store = std::move(*store);
    if (auto loaded = state->reload(); !loaded) return failFrom(loaded);
    state->savedRevision = notInAFile;
    return Document(std::move(state));
}

const Plan& Document::plan() const { return *m_state->plan; }
std::shared_ptr<const Plan> Document::snapshot() const { return m_state->plan; }

void Document::setAuthor(std::string name) { m_state->author = std::move(name); }
const std::string& Document::author() const { return m_state->author; }
void Document::setClock(Clock clock) { m_state->clock = std::move(clock); }
Expected<History> Document::history() const { return m_state->store->history(); }

Expected<void> Document::edit(std::string_view name, const std::function<Expected<void>(Editor&)>& change) {
    if (auto may = m_state->mayChange(); !may) return may;
    PlanEditor editor(*m_state->plan, m_state->ids);
    if (auto changed = change(editor); !changed) {
        spdlog::info("refused “{}”: {}", name, changed.error().message);
        return changed;
    }
    return record(name, editor);
}

Expected<void> Document::record(std::string_view name, PlanEditor& editor) {
    if (!isText(name) || !isText(editor.importedFrom()))
        return fail(ErrorCode::InvalidInput, "The name of the file has characters that cannot be stored; rename it first.");
    const auto moment = m_state->clock();
    HistoryEdit note{.day = moment.day, .time = moment.time, .author = m_state->author, .name = std::string(name), .import = editor.importedFrom()};
    if (auto recorded = m_state->store->commit(std::move(note), editor.change()); !recorded) return recorded;
    m_state->plan = std::make_shared<const Plan>(editor.takePlan());
    spdlog::info("edit “{}”", name);
    return {};
}

Expected<void> Document::merge(const Document& copy, const Plan& merged) {
    if (auto may = m_state->mayChange(); !may) return may;
    auto edits = copy.history();
    const auto known = history();
    if (!edits || !known) return failFrom(edits ? known : edits);
    std::set<EditId> knownIds;
    for (const auto& edit : *known) knownIds.insert(edit.id);
    std::erase_if(*edits, [&](const HistoryEdit& edit) { return knownIds.contains(edit.id); });
    std::set<CohortId> cohorts;
    for (const auto& cohort : merged.cohorts)
        if (!findById(plan().cohorts, cohort.id)) cohorts.insert(cohort.id);
    auto imports = copy.m_state->store->importsOf(cohorts);
    if (!imports) return failFrom(imports);
    auto adopted = copy.adoptedPlans();
    if (!adopted) return failFrom(adopted);
    std::erase_if(*adopted, [&](const AdoptedPlan& kept) { return findById(plan().adoptions, kept.adoption) || !findById(merged.adoptions, kept.adoption); });
    PlanEditor editor(*m_state->plan, m_state->ids);
    if (auto taken = editor.takeMerged(merged, {std::move(*edits), std::move(*imports), std::move(*adopted)}); !taken) return taken;
    return record(fmt::format("Merge “{}”", readable(copy.path().filename().string())), editor);
}

bool Document::canUndo() const { return m_state->store->canUndo(); }
bool Document::canRedo() const { return m_state->store->canRedo(); }
std::string Document::undoName() const { return m_state->store->undoName(); }
std::string Document::redoName() const { return m_state->store->redoName(); }

Expected<void> Document::undo() {
    if (!canUndo()) return fail(ErrorCode::Conflict, "There is nothing to undo.");
    spdlog::info("undo “{}”", undoName());
    if (auto undone = m_state->store->undo(); !undone) return undone;
    return m_state->reload();
}

Expected<void> Document::redo() {
    if (!canRedo()) return fail(ErrorCode::Conflict, "There is nothing to redo.");
    spdlog::info("redo “{}”", redoName());
    if (auto redone = m_state->store->redo(); !redone) return redone;
    return m_state->reload();
}

const std::filesystem::path& Document::path() const { return m_state->path; }
bool Document::isModified() const { return m_state->store->revision() != m_state->savedRevision; }

Expected<void> Document::save() {
    if (auto may = m_state->mayChange(); !may) return may;
    const auto& path = m_state->path;
    if (path.empty()) return fail(ErrorCode::InvalidInput, "The plan has no file yet; choose where to save it.");
    const auto onDisk = stampOfFile(path);
    if (onDisk && *onDisk != m_state->stamp) return m_state->changedByOthers();
    m_state->notices.clear();
    // A file that is gone is written again; one that cannot be read cannot be compared.
    if (!onDisk && onDisk.error().code != ErrorCode::NotFound) return fail(ErrorCode::Unwritable, onDisk.error().message, onDisk.error().context);
    return m_state->write(path, m_state->stamp);
}

Expected<void> Document::saveAs(const std::filesystem::path& path) {
    auto& state = *m_state;
    std::error_code error;
    const bool isSame = path == state.path || std::filesystem::equivalent(path, state.path, error);
    if (isSame && !state.isReadOnly()) return save();
    if (isSame || state.isNewer)
        if (auto may = state.mayChange(); !may) return may;
    state.notices.clear();
    std::optional<FileLock> lock;
    if (state.options.locking && (!isSame || !state.lock))
        if (auto locked = state.lockFile(path, lock); !locked) return locked;
    if (auto written = state.write(path); !written) return written;
    if (!isSame || lock) state.lock = std::move(lock);
    state.readOnlyReason.clear();
    return {};
}

Expected<void> Document::saveCopyWithoutNames(const std::filesystem::path& path) const {
    return replaceFileAtomically(path, [&](const std::filesystem::path& temporary) { return m_state->store->writeWithoutNamesTo(temporary, path.string()); });
}

bool Document::isOfNewerVersion() const { return m_state->isNewer; }
const std::string& Document::readOnlyReason() const { return m_state->readOnlyReason; }
const Findings& Document::notices() const { return m_state->notices; }

Expected<Plan> Document::adoptedPlan(AdoptionId adoption) const { return m_state->store->adoptedPlan(adoption); }
Expected<std::vector<AdoptedPlan>> Document::adoptedPlans() const {
    std::vector<AdoptedPlan> kept;
    for (const auto& adoption : plan().adoptions) {
        auto said = adoptedPlan(adoption.id);
        if (said)
            kept.push_back({adoption.id, std::move(*said)});
        else if (said.error().code != ErrorCode::NotFound)
            return failFrom(said);
    }
    return kept;
}

std::vector<std::string> Document::deviceSerials() const { return m_state->store->deviceSerials(); }
std::vector<Device> Document::devicesOf(CohortId cohort) const { return m_state->store->devicesOf(cohort); }

} // namespace tco
