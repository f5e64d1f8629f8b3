// SPDX-License-Identifier: Apache-2.0

// Fontconfig keeps what it has loaded until the process ends; that is not ours to free.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
