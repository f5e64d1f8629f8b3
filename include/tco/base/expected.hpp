// SPDX-License-Identifier: Apache-2.0
#pragma once

// Errors as values. A function that can fail on input returns Expected<T>; the caller must look at
// it (mark every such function [[nodiscard]]; tests/lint checks that). The message is one full sentence
// that a person in a school office can act on. Bugs are asserts, never Errors.

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace tco {

enum class ErrorCode {
    InvalidInput, ///< the value, file content or request is wrong; the sentence says where
    NotFound,     ///< a named item, scenario or file is not there
    Unreadable,   ///< a file exists but cannot be read
    Unwritable,   ///< a file or folder cannot be written (read-only, full disk, no permission)
    Damaged,      ///< a file is not what it claims to be or is broken inside
    InUse,        ///< somebody else has the file open
    NewerVersion, ///< a file was written by a newer program
    Conflict,     ///< the request contradicts something else in the plan (still in use, duplicate)
    Unsupported,  ///< this build cannot do it (for example PDF without Qt)
};

struct Error {
    ErrorCode code = ErrorCode::InvalidInput;
    std::string message; ///< one sentence, ends with a full stop
    std::string context; ///< technical detail for the log; may be empty
};

template <class T> using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string context = {}) {
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(context)});
}

/// Passes the error of another Expected on unchanged.
template <class T> tl::unexpected<Error> failFrom(const tl::expected<T, Error>& other) { return tl::unexpected<Error>(other.error()); }

} // namespace tco
