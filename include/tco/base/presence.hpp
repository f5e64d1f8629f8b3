// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who works on something, where, and since when: what lock files and working copies say about their owner.

#include <cstdint>
#include <string>

#include "tco/base/date.hpp"
#include "tco/base/note.hpp"

namespace tco {

/// One run of the program.
struct Presence {
    std::string user;         ///< "Ann Lee"
    std::string host;         ///< "LAPTOP-7"
    std::int64_t process = 0; ///< its number on that host
    std::string processStart; ///< tells it from a later process with the same number; empty where the system does not say
    std::string since;        ///< "2026-11-27 09:12"

    friend bool operator==(const Presence&, const Presence&) = default;
};

/// This run of the program, from now on; `user` is the name of the account when it is empty.
Presence presenceHere(std::string user = {});

/// True when it certainly does not run any more: a process of this host that is not there. One of another host may run.
bool isGone(const Presence& presence);
/// True for this very process.
bool isHere(const Presence& presence);

/// "Ann Lee on LAPTOP-7 since 9:12", or "… since Nov 26, 2026, 9:12" when that was another day.
std::string inWords(const Presence& presence, Date today);

void write(NoteLines& note, const Presence& presence);
Presence presenceIn(const NoteLines& note);

} // namespace tco
