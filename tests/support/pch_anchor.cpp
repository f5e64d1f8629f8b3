// SPDX-License-Identifier: Apache-2.0
// Gives the tests' shared precompiled header a file to be built for.
