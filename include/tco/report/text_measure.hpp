// SPDX-License-Identifier: Apache-2.0
#pragma once

// How wide text is in the report font, so that charts can be laid out (and tested) without Qt. Widths are
// those of the font or a little more, never less by more than kerning; the painter squeezes a text whose
// font on the screen turns out wider.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tco {

/// Points, for UTF-8 text in a font of `fontSize` points.
double textWidth(std::string_view text, double fontSize, bool bold = false);
/// What a line of text covers above and below its baseline, as a share of the font size.
inline constexpr double textAscent = 0.80, textDescent = 0.25;

/// The text, shortened with “…” to fit; empty when not even that fits.
std::string elided(std::string_view text, double width, double fontSize, bool bold = false);
/// Broken at spaces into at most `mostLines` lines; what does not fit is shortened with “…”.
std::vector<std::string> wrapped(std::string_view text, double width, double fontSize, bool bold, std::size_t mostLines);

/// Bytes of the first character of a text that is not empty.
std::size_t characterLength(std::string_view text);

} // namespace tco
