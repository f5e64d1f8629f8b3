// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "gui/pages/page.hpp"
#include "tco/document/merge_copies.hpp"

class QButtonGroup;

namespace tco {

namespace Ui {
class MergePage;
}

/// Another copy of the open file comes in: what is taken without a question is counted, and for what both changed differently a
/// person chooses. Nothing happens before that, and merging can be undone like any edit.
class MergePage : public Page {
    Q_OBJECT
  public:
    explicit MergePage(Session& session, QWidget* parent = nullptr);
    ~MergePage() override;

    /// Reads the copy. Where it has nothing new, that is the error Conflict.
    [[nodiscard]] Expected<void> start(const std::filesystem::path& path);

  signals:
    void finished(const QString& sentence); ///< merged, with what was done; blank = left without merging

  protected:
    void refresh() override;

  private:
    [[nodiscard]] Expected<void> compareCopies();
    void showConflicts();
    void addConflict(std::size_t index);
    void refreshButton();
    void merge();

    std::unique_ptr<Ui::MergePage> m_ui;
    std::optional<Document> m_copy;
    Plan m_base;
    CopyMerge m_merge;
    std::vector<QButtonGroup*> m_choices; ///< one for each conflict; id 0 = mine, 1 = theirs
};

} // namespace tco
