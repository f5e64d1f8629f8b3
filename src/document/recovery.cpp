// SPDX-License-Identifier: Apache-2.0
#include "tco/document/recovery.hpp"

#include <optional>

#include "tco/base/log.hpp"
#include "tco/storage/plan_store.hpp"
#include "working_copy.hpp"

namespace tco {
namespace {

/// Nothing when nobody needs to hear of it. Whether somebody works on it, the database’s own lock says for sure; what the note says of
/// its owner (a computer can get another name, another process the same number) counts only while there is no database yet.
std::optional<LeftBehind> lookAt(const std::filesystem::path& workingCopy) {
    const auto note = noteOf(workingCopy);
    if (!note || (!note->ready && !isGone(note->owner))) return {};
    const auto saved = lastSaved(*note);
    LeftBehind left{workingCopy, saved.file, {}, {}, {}};
    if (note->ready) {
        const auto store = PlanStore::recover(workingCopy);
        if (!store && store.error().code == ErrorCode::InUse) return {};
        if (!store && store.error().code != ErrorCode::NotFound) left.fault = store.error().message;
        if (store) {
            for (auto& edit : store->editsSince(saved.edit)) {
                left.edits.push_back(std::move(edit.name));
                left.lastEdited = std::move(edit.made);
            }
        }
    }
    if (!left.edits.empty() || !left.fault.empty()) return left;
    spdlog::info("removed a working copy of {} that held nothing new", saved.file.string());
    removeWorkingCopy(workingCopy);
    return {};
}

} // namespace

std::vector<LeftBehind> leftBehind() {
    std::vector<LeftBehind> all;
    for (const auto& workingCopy : allWorkingCopies())
        if (auto left = lookAt(workingCopy)) all.push_back(std::move(*left));
    return all;
}

Expected<void> discard(const LeftBehind& left) {
    const auto store = PlanStore::recover(left.workingCopy);
    if (!store && store.error().code == ErrorCode::InUse)
        return fail(ErrorCode::InUse, "Somebody went on with these edits meanwhile.", left.workingCopy.string());
    removeWorkingCopy(left.workingCopy);
    return {};
}

} // namespace tco
