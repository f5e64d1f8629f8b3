// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "gui/pages/page.hpp"
#include "tco/document/merge_copies.hpp"

class QButtonGroup;
class QVBoxLayout;

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

    /// Reads the copy. `beginning` is the file that both are copies of, where their histories do not tell (blank otherwise). Where the
    /// copy has nothing new, that is the error Conflict.
    [[nodiscard]] Expected<void> start(const std::filesystem::path& path, const std::filesystem::path& beginning = {});
    /// After start() failed: a file that both are copies of would help.
    bool lacksBeginning() const { return m_lacksBeginning; }
    /// Name of the copy whose merge waits for a person, also while another page is in view; blank = none.
    QString waitingFor() const;

  signals:
    void finished(const QString& sentence); ///< merged, with what was done; blank = left without merging

  protected:
    void refresh() override;
    bool eventFilter(QObject* object, QEvent* event) override;

  private:
    [[nodiscard]] Expected<Plan> beginningOf(const Document& copy);
    [[nodiscard]] Expected<void> compareCopies();
    void showConflicts();
    QButtonGroup* addConflict(std::size_t index);
    void addSide(QVBoxLayout& layout, QButtonGroup& choice, int id, const QString& content, const QString& effect);
    void refreshButton();
    void merge();

    std::unique_ptr<Ui::MergePage> m_ui;
    std::optional<Document> m_copy;
    std::optional<Plan> m_beginning; ///< chosen by a person
    bool m_lacksBeginning = false;
    std::shared_ptr<const Plan> m_mine; ///< what the copy was compared with
    Plan m_base;
    CopyMerge m_merge;
    std::vector<QButtonGroup*> m_choices; ///< one for each conflict; id 0 = mine, 1 = theirs
};

} // namespace tco
