// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a person does to the rows of a table. Each is one edit, so one undo step, or none at all.

#include <vector>

#include "gui/models/item_table_model.hpp"

namespace tco {

class Editor;

/// Adds an item with sensible values inside an edit: a cohort needs a model, which is added where the price
/// book has none of that category.
[[nodiscard]] Expected<ItemRef> addDefaultItem(Editor& editor, const ItemScope& scope, ScenarioId shown);
[[nodiscard]] Expected<ItemRef> addItem(Session& session, const ItemScope& scope);
[[nodiscard]] Expected<void> removeItems(Session& session, const ItemScope& scope, const std::vector<ItemRef>& items);

/// A block of cells as typed or copied from a spreadsheet, row by row.
using TextBlock = std::vector<QStringList>;
TextBlock blockFromClipboard(const QString& text); ///< tab-separated; cells with line breaks may be quoted
QString blockToClipboard(const TextBlock& block);

/// Writes a block over these rows and columns (null = a column that is not entered, skipped); rows beyond `rows`
/// become new items. One wrong cell changes nothing, and the sentence names it.
[[nodiscard]] Expected<void> pasteBlock(Session& session, const ItemScope& scope, const std::vector<ItemRef>& rows, const std::vector<const Field*>& columns,
                                        const TextBlock& block);

} // namespace tco
