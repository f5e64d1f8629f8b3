// SPDX-License-Identifier: Apache-2.0
#include "working_copy.hpp"

#include <algorithm>
#include <random>
#include <utility>

#include <fmt/format.h>

#include "tco/base/log.hpp"
#include "tco/base/user_folders.hpp"

namespace tco {
namespace {

constexpr std::string_view noteEnding = ".note";

std::filesystem::path folder() { return userStateFolder() / "working"; }

std::filesystem::path noteBeside(std::filesystem::path file) { return file += noteEnding; }

std::string textOf(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path pathOf(const std::string& text) { return std::u8string(text.begin(), text.end()); }

void write(NoteLines& note, const std::string& prefix, const SavedState& state) {
    note[prefix + "-file"] = textOf(state.file);
    note[prefix + "-size"] = std::to_string(state.stamp.size);
    note[prefix + "-checksum"] = std::to_string(static_cast<std::int64_t>(state.stamp.checksum));
    note[prefix + "-edit"] = std::to_string(state.edit);
}

SavedState stateIn(const NoteLines& note, const std::string& prefix) {
    return {pathOf(textIn(note, prefix + "-file")),
            {static_cast<std::uint64_t>(numberIn(note, prefix + "-size")), static_cast<std::uint64_t>(numberIn(note, prefix + "-checksum"))},
            numberIn(note, prefix + "-edit")};
}

} // namespace

Expected<WorkingCopy> WorkingCopy::begin(Presence owner) {
    std::error_code error;
    std::filesystem::create_directories(folder(), error);
    std::filesystem::permissions(folder(), std::filesystem::perms::owner_all, error); // plans are nobody else's business
    std::random_device random;
    WorkingCopy made(folder() / fmt::format("{:08x}{:08x}.tco", random(), random()), {std::move(owner), false, {}, {}});
    // The note is first: a file without one would never be found again.
    if (auto noted = made.writeNote(); !noted) return failFrom(noted);
    return made;
}

WorkingCopy WorkingCopy::takeOver(std::filesystem::path file, WorkingNote note) { return WorkingCopy(std::move(file), std::move(note)); }

WorkingCopy& WorkingCopy::operator=(WorkingCopy&& other) noexcept {
    std::swap(m_file, other.m_file);
    std::swap(m_note, other.m_note);
    return *this;
}

WorkingCopy::~WorkingCopy() {
    if (!m_file.empty()) removeWorkingCopy(m_file);
}

void WorkingCopy::noteSaved(SavedState state) {
    m_note.ready = true;
    m_note.saved = std::move(state);
    m_note.saving.reset();
    tryNote();
}

void WorkingCopy::noteSaving(SavedState state) {
    m_note.saving = std::move(state);
    tryNote();
}

void WorkingCopy::noteOwner(Presence owner) {
    m_note.owner = std::move(owner);
    tryNote();
}

Expected<void> WorkingCopy::writeNote() const {
    NoteLines note;
    write(note, m_note.owner);
    note["ready"] = m_note.ready ? "1" : "0";
    write(note, "saved", m_note.saved);
    if (m_note.saving) write(note, "saving", *m_note.saving);
    return writeFileAtomically(noteBeside(m_file), noteText(note));
}

void WorkingCopy::tryNote() const {
    if (const auto noted = writeNote(); !noted) spdlog::warn("working copy: {}", noted.error().message);
}

std::vector<std::filesystem::path> allWorkingCopies() {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder(), error), end; entry != end && !error; entry.increment(error))
        if (auto path = entry->path(); path.extension() == noteEnding) files.push_back(path.replace_extension());
    std::ranges::sort(files);
    return files;
}

std::optional<WorkingNote> noteOf(const std::filesystem::path& workingCopy) {
    const auto text = readFile(noteBeside(workingCopy));
    if (!text) return {};
    const auto note = noteFromText(*text);
    WorkingNote read{presenceIn(note), textIn(note, "ready") == "1", stateIn(note, "saved"), {}};
    if (note.contains("saving-file")) read.saving = stateIn(note, "saving");
    return read;
}

SavedState lastSaved(const WorkingNote& note) {
    if (!note.saving) return note.saved;
    const auto onDisk = stampOfFile(note.saving->file);
    return onDisk && *onDisk == note.saving->stamp ? *note.saving : note.saved;
}

void removeWorkingCopy(const std::filesystem::path& workingCopy) {
    std::error_code ignored;
    const auto name = workingCopy.filename().string();
    std::vector<std::filesystem::path> parts; // with SQLite's own files and notes that were not finished
    for (std::filesystem::directory_iterator entry(workingCopy.parent_path(), ignored), end; entry != end && !ignored; entry.increment(ignored))
        if (entry->path().filename().string().starts_with(name)) parts.push_back(entry->path());
    const auto note = noteBeside(workingCopy);
    std::filesystem::remove(workingCopy, ignored); // first: without its journal it would be an earlier state
    for (const auto& part : parts)
        if (part != note) std::filesystem::remove(part, ignored);
    std::filesystem::remove(note, ignored); // last: what is left without a note is never found again
}

} // namespace tco
