// SPDX-License-Identifier: Apache-2.0
#include "faulty_disk.hpp"

#include <cerrno>
#include <new>
#include <utility>

#include <sqlite3.h>

#include "tco/base/file.hpp"

namespace tco::test {
namespace {

std::function<int()> chosenFault; ///< empty: the disk is sound
int firstStep = 0, stepsSoFar = 0, lastFault = 0;

int nextFault() {
    if (!chosenFault) return 0;
    const bool isReached = stepsSoFar++ >= firstStep;
    return lastFault = isReached ? chosenFault() : 0;
}

/// A file of SQLite’s usual file system, with our methods in front.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* realOf(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
sqlite3_vfs* realVfs() {
    static sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
    return vfs;
}

int closeFile(sqlite3_file* file) { return realOf(file)->pMethods ? realOf(file)->pMethods->xClose(realOf(file)) : SQLITE_OK; }
int readFile(sqlite3_file* file, void* to, int bytes, sqlite3_int64 at) { return realOf(file)->pMethods->xRead(realOf(file), to, bytes, at); }

int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at) {
    const int fault = nextFault();
    if (!fault) return realOf(file)->pMethods->xWrite(realOf(file), from, bytes, at);
    realOf(file)->pMethods->xWrite(realOf(file), from, bytes / 2, at); // a full disk takes a part
    return fault == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) { return nextFault() ? SQLITE_IOERR_TRUNCATE : realOf(file)->pMethods->xTruncate(realOf(file), size); }
int syncFile(sqlite3_file* file, int flags) { return nextFault() ? SQLITE_IOERR_FSYNC : realOf(file)->pMethods->xSync(realOf(file), flags); }
int fileSize(sqlite3_file* file, sqlite3_int64* size) { return realOf(file)->pMethods->xFileSize(realOf(file), size); }
int lockFile(sqlite3_file* file, int level) { return realOf(file)->pMethods->xLock(realOf(file), level); }
int unlockFile(sqlite3_file* file, int level) { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int isReserved(sqlite3_file* file, int* result) { return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result); }
int controlFile(sqlite3_file* file, int what, void* argument) { return realOf(file)->pMethods->xFileControl(realOf(file), what, argument); }
int sectorSize(sqlite3_file* file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int characteristics(sqlite3_file* file) { return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)); }

/// Version 1: no shared memory, which the program does without.
constexpr sqlite3_io_methods methods{1,           closeFile,  readFile,        writeFile, truncateFile, syncFile, fileSize, lockFile, unlockFile, isReserved,
                                     controlFile, sectorSize, characteristics, nullptr,   nullptr,      nullptr,  nullptr,  nullptr,  nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto* made = new (file) File{};
    made->real = reinterpret_cast<sqlite3_file*>(made + 1);
    if ((flags & SQLITE_OPEN_CREATE) && nextFault()) return SQLITE_CANTOPEN;
    const int result = realVfs()->xOpen(realVfs(), name, made->real, flags, outFlags);
    if (result == SQLITE_OK) made->base.pMethods = &methods;
    return result;
}

int deleteFile(sqlite3_vfs*, const char* name, int flush) { return nextFault() ? SQLITE_IOERR_DELETE : realVfs()->xDelete(realVfs(), name, flush); }
int lastError(sqlite3_vfs*, int, char*) { return lastFault; }

void useFaultyVfs() {
    static sqlite3_vfs vfs = [] {
        auto copy = *realVfs();
        copy.szOsFile += int(sizeof(File));
        copy.zName = "faulty";
        copy.xOpen = openFile;
        copy.xDelete = deleteFile;
        copy.xGetLastError = lastError;
        return copy;
    }();
    sqlite3_vfs_register(&vfs, 1);
}

[[maybe_unused]] const bool isRegistered = (sqlite3_initialize(), useFaultyVfs(), true); // before any database is opened

} // namespace

FaultyDisk::FaultyDisk(int first, std::function<int()> fault) {
    firstStep = first;
    stepsSoFar = lastFault = 0;
    chosenFault = std::move(fault);
    setWriteFaults(nextFault);
}

FaultyDisk::~FaultyDisk() {
    chosenFault = {};
    lastFault = 0;
    setWriteFaults({});
}

int FaultyDisk::steps() const { return stepsSoFar; }

} // namespace tco::test
