// SPDX-License-Identifier: Apache-2.0
#include "tco/base/file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <random>

#include <fmt/format.h>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tco {
namespace {

struct CloseFile {
    void operator()(std::FILE* f) const { std::fclose(f); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// Makes the content of an open file (and, with a folder, the rename in it) survive a power cut.
bool flushToDisk(std::FILE* file) {
    if (std::fflush(file) != 0) return false;
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
    name += fmt::format(".{:08x}.tmp", random());
    return name;
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
    case EFBIG: return "the file grew too large for this disk";
    default: return errnoValue ? std::strerror(errnoValue) : "the write failed";
    }
}

Expected<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return fail(ErrorCode::Unreadable, fmt::format("“{}” is a folder, not a file.", path.string()));
    const File file(std::fopen(path.string().c_str(), "rb"));
    if (!file && errno == ENOENT) return fail(ErrorCode::NotFound, fmt::format("“{}” does not exist.", path.string()));
    if (!file) return fail(ErrorCode::Unreadable, fmt::format("“{}” cannot be read: {}.", path.string(), std::strerror(errno)));
    std::string content;
    char buffer[1 << 16];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) {
        if (content.size() + got > maxBytes)
            return fail(ErrorCode::Unreadable, fmt::format("“{}” is larger than {} MB, too large to read.", path.string(), maxBytes >> 20));
        content.append(buffer, got);
    }
    if (std::ferror(file.get())) return fail(ErrorCode::Unreadable, fmt::format("“{}” cannot be read to its end.", path.string()));
    return content;
}

Expected<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    return replaceFileAtomically(path, [&](const std::filesystem::path& temporary) -> Expected<void> {
        const File file(std::fopen(temporary.string().c_str(), "wb"));
        if (!file) return cannotWrite(path, errno);
        if (std::fwrite(content.data(), 1, content.size(), file.get()) != content.size() || std::fflush(file.get()) != 0) return cannotWrite(path, errno);
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
    const auto temporary = temporaryBeside(path);
    const auto discard = [&] { std::filesystem::remove(temporary, error); };
    if (auto written = write(temporary); !written) {
        discard();
        return written;
    }
    {
        const File file(std::fopen(temporary.string().c_str(), "rb+"));
        if (!file || !flushToDisk(file.get())) {
            const int reason = errno;
            discard();
            return cannotWrite(path, reason);
        }
    }
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
