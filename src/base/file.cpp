// SPDX-License-Identifier: Apache-2.0
#include "tco/base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>
#include <random>
#include <vector>

#include <fmt/format.h>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tco {
namespace {

constexpr std::size_t temporaryDigits = 8; // of a temporary file's name: "plan.tco.1f3a90cc.tmp"
constexpr std::string_view temporaryEnding = ".tmp";
constexpr std::uint64_t anySize = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t pieceSize = 1 << 18; // of a file that is read piece by piece; a multiple of 8

struct CloseFile {
    void operator()(std::FILE* f) const { std::fclose(f); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::function<int()> writeFault; // only set by tests

/// True when a test wants the next step to fail; errno says how.
bool failsByTest() {
    const int fault = writeFault ? writeFault() : 0;
    if (fault) errno = fault;
    return fault != 0;
}

File openForReading(const std::filesystem::path& path) { return File(std::fopen(path.string().c_str(), "rb")); }
File openForWriting(const std::filesystem::path& path, const char* mode) { return failsByTest() ? File() : File(std::fopen(path.string().c_str(), mode)); }

bool write(std::FILE* file, std::string_view content) { return !failsByTest() && std::fwrite(content.data(), 1, content.size(), file) == content.size(); }

/// Makes the content of an open file (and, with a folder, the rename in it) survive a power cut.
bool flushToDisk(std::FILE* file) {
    if (failsByTest() || std::fflush(file) != 0) return false;
#ifdef _WIN32
    return _commit(_fileno(file)) == 0;
#else
    return ::fsync(::fileno(file)) == 0;
#endif
}

void flushFolder([[maybe_unused]] const std::filesystem::path& folder) {
#ifndef _WIN32
    const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
#endif
}

std::filesystem::path temporaryBeside(const std::filesystem::path& path) {
    std::random_device random;
    auto name = path;
    name += fmt::format(".{:0{}x}{}", random(), temporaryDigits, temporaryEnding);
    return name;
}

/// Reads a file piece by piece; `take` returns false to stop.
Expected<void> readPieces(const std::filesystem::path& path, std::uint64_t maxBytes, const std::function<bool(std::string_view)>& take) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return fail(ErrorCode::Unreadable, fmt::format("“{}” is a folder, not a file.", path.string()));
    const auto file = openForReading(path);
    if (!file && errno == ENOENT) return fail(ErrorCode::NotFound, fmt::format("“{}” does not exist.", path.string()));
    if (!file) return fail(ErrorCode::Unreadable, fmt::format("“{}” cannot be read: {}.", path.string(), reasonFor(errno)));
    const auto buffer = std::make_unique<char[]>(pieceSize);
    std::uint64_t size = 0;
    while (const std::size_t got = std::fread(buffer.get(), 1, pieceSize, file.get())) {
        size += got;
        if (size > maxBytes) return fail(ErrorCode::Unreadable, fmt::format("“{}” is larger than {} MB, too large to read.", path.string(), maxBytes >> 20));
        if (!take({buffer.get(), got})) return {};
    }
    if (std::ferror(file.get())) return fail(ErrorCode::Unreadable, fmt::format("“{}” cannot be read to its end.", path.string()));
    return {};
}

/// Takes one more piece of a file into its stamp. Every piece but the last is whole.
void add(FileStamp& stamp, std::string_view piece) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15; // spreads each bit over the upper half of the product
    for (std::size_t at = 0; at < piece.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, piece.data() + at, std::min(sizeof word, piece.size() - at));
        stamp.checksum = (stamp.checksum ^ word) * odd;
        stamp.checksum ^= stamp.checksum >> 29;
    }
    stamp.size += piece.size();
}

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, int errnoValue) {
    return fail(ErrorCode::Unwritable, fmt::format("“{}” cannot be written: {}.", path.string(), reasonFor(errnoValue)));
}

} // namespace

std::string reasonFor(int errnoValue) {
    switch (errnoValue) {
    case ENOSPC: return "the disk is full";
    case EDQUOT: return "the disk quota is used up";
    case EACCES:
    case EPERM: return "you have no permission to write there";
    case EROFS: return "the folder is read-only";
    case ENOENT: return "the folder does not exist";
    case ENOTDIR: return "part of the path is not a folder";
    case EISDIR: return "it is a folder";
    case ENAMETOOLONG: return "the name is too long";
    case EIO: return "the disk or the network does not answer";
#ifndef _WIN32
    case ESTALE:
    case EHOSTDOWN:
#endif
    case ENOTCONN:
    case ENETDOWN:
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ETIMEDOUT: return "the network folder cannot be reached";
    case EFBIG: return "the file grew too large for this disk";
    default: return errnoValue ? std::strerror(errnoValue) : "the write failed";
    }
}

Expected<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes) {
    std::string content;
    const auto read = readPieces(path, maxBytes, [&](std::string_view piece) {
        content.append(piece);
        return true;
    });
    if (!read) return failFrom(read);
    return content;
}

Expected<std::string> readHead(const std::filesystem::path& path, std::size_t bytes) {
    std::string head;
    const auto read = readPieces(path, anySize, [&](std::string_view piece) {
        head.append(piece.substr(0, bytes - head.size()));
        return head.size() < bytes;
    });
    if (!read) return failFrom(read);
    return head;
}

FileStamp stampOf(std::string_view content) {
    FileStamp stamp;
    for (; !content.empty(); content.remove_prefix(std::min(pieceSize, content.size()))) add(stamp, content.substr(0, pieceSize));
    return stamp;
}

Expected<FileStamp> stampOfFile(const std::filesystem::path& path) {
    FileStamp stamp;
    const auto read = readPieces(path, anySize, [&](std::string_view piece) {
        add(stamp, piece);
        return true;
    });
    if (!read) return failFrom(read);
    return stamp;
}

Expected<FileStamp> copyFile(const std::filesystem::path& from, const std::filesystem::path& to, std::uint64_t maxBytes) {
    const auto target = openForWriting(to, "wb");
    if (!target) return cannotWrite(to, errno);
    FileStamp stamp;
    int fault = 0;
    const auto read = readPieces(from, maxBytes, [&](std::string_view piece) {
        add(stamp, piece);
        if (!write(target.get(), piece)) fault = errno ? errno : EIO;
        return fault == 0;
    });
    if (!read) return failFrom(read);
    if (fault || std::fflush(target.get()) != 0) return cannotWrite(to, fault ? fault : errno);
    return stamp;
}

void removeLeftovers(const std::filesystem::path& path) {
    std::error_code ignored;
    const auto start = path.filename().string() + ".";
    std::vector<std::filesystem::path> found;
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    for (std::filesystem::directory_iterator entry(folder, ignored), end; entry != end && !ignored; entry.increment(ignored)) {
        const auto name = entry->path().filename().string();
        if (name.size() == start.size() + temporaryDigits + temporaryEnding.size() && name.starts_with(start) && name.ends_with(temporaryEnding))
            found.push_back(entry->path());
    }
    for (const auto& file : found) std::filesystem::remove(file, ignored);
}

namespace {

/// Makes a file that people call `named`; whoever reads it meanwhile may see it empty.
Expected<void> createInPlace(const std::filesystem::path& path, std::string_view content, const std::filesystem::path& named) {
    const auto file = openForWriting(path, "wbx");
    if (!file && errno == EEXIST) return fail(ErrorCode::Conflict, fmt::format("“{}” exists already.", named.string()));
    if (!file) return cannotWrite(named, errno);
    if (write(file.get(), content) && std::fflush(file.get()) == 0) return {};
    const int reason = errno;
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return cannotWrite(named, reason);
}

} // namespace

Expected<void> createFile(const std::filesystem::path& path, std::string_view content) {
    const auto temporary = temporaryBeside(path);
    if (auto made = createInPlace(temporary, content, path); !made) return made;
    std::error_code error, ignored;
    std::filesystem::create_hard_link(temporary, path, error);
    std::filesystem::remove(temporary, ignored);
    if (error == std::errc::file_exists) return fail(ErrorCode::Conflict, fmt::format("“{}” exists already.", path.string()));
    return error ? createInPlace(path, content, path) : Expected<void>(); // a disk without hard links
}

void setWriteFaults(std::function<int()> nextFault) { writeFault = std::move(nextFault); }

Expected<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    return replaceFileAtomically(path, [&](const std::filesystem::path& temporary) -> Expected<void> {
        const auto file = openForWriting(temporary, "wb");
        if (!file || !write(file.get(), content) || std::fflush(file.get()) != 0) return cannotWrite(path, errno);
        return {};
    });
}

Expected<void> replaceFileAtomically(const std::filesystem::path& named, const std::function<Expected<void>(const std::filesystem::path&)>& write) {
    std::error_code error;
    // The file behind a link is replaced, not the link; a device is never replaced.
    const auto path = std::filesystem::is_symlink(named, error) ? std::filesystem::weakly_canonical(named, error) : named;
    if (std::filesystem::is_directory(path, error)) return cannotWrite(path, EISDIR);
    if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error))
        return fail(ErrorCode::Unwritable, fmt::format("“{}” is not a file that can be written; choose another name.", path.string()));
    using std::filesystem::perms;
    const auto before = std::filesystem::status(path, error); // who may read and write the file stays as it was
    const bool isThere = std::filesystem::exists(before);
    if (isThere && (before.permissions() & (perms::owner_write | perms::group_write | perms::others_write)) == perms::none)
        return fail(ErrorCode::Unwritable, fmt::format("“{}” is write-protected; choose another name.", path.string()));
    const auto temporary = temporaryBeside(path);
    const auto discard = [&] { std::filesystem::remove(temporary, error); };
    if (auto written = write(temporary); !written) {
        discard();
        return written;
    }
    {
        const auto file = openForWriting(temporary, "rb+");
        if (!file || !flushToDisk(file.get())) {
            const int reason = errno;
            discard();
            return cannotWrite(path, reason);
        }
    }
    if (isThere) std::filesystem::permissions(temporary, before.permissions(), error);
    if (failsByTest())
        error = {errno, std::generic_category()};
    else
        std::filesystem::rename(temporary, path, error);
    if (error) {
        const int reason = error.value();
        discard();
        return cannotWrite(path, reason);
    }
    flushFolder(path.parent_path());
    return {};
}

} // namespace tco
