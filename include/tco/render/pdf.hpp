// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes a report as a tagged PDF (PDF/UA-1, PDF/A-2a) on Letter paper, with the font that ships with the
// program. Needs a QGuiApplication (OffscreenApplication makes one for the command line).

#include <filesystem>
#include <memory>
#include <vector>

#include <QImage>

#include "tco/base/expected.hpp"
#include "tco/report/report.hpp"

class QGuiApplication;

namespace tco {

/// A QGuiApplication without a display, for programs that only write PDFs. One per process, at most; does
/// nothing where there is an application already.
class OffscreenApplication {
  public:
    OffscreenApplication();
    ~OffscreenApplication();

  private:
    std::unique_ptr<QGuiApplication> m_application;
};

/// The PDF's bytes; the same report gives the same bytes (on one version of Qt).
[[nodiscard]] Expected<std::string> pdfBytes(const Report& report);
/// Writes it atomically. Error: Unwritable.
[[nodiscard]] Expected<void> writePdf(const Report& report, const std::filesystem::path& path);

/// The real pages as pictures, for the preview; `scale` 1 = 72 dpi.
std::vector<QImage> pageImages(const Report& report, double scale);

} // namespace tco
