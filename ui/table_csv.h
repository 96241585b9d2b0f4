// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/csv_cell.h"

#include <QAbstractItemModel>
#include <QModelIndexList>
#include <QStringList>

#include <algorithm>

namespace parallax {

/// Rows of a table as they are shown, or all of them where none is given, below a header line. One column may
/// be a picture, which has no text.
inline QString tableCsv(const QAbstractItemModel &model, const QModelIndexList &selected, int picture = -1)
{
    QList<int> rows;
    for (const QModelIndex &row : selected)
        rows << row.row();
    for (int row = 0; selected.isEmpty() && row < model.rowCount(); ++row)
        rows << row;
    std::sort(rows.begin(), rows.end());

    QString csv;
    const auto addLine = [&](auto cell) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            if (column != picture)
                cells << csvCell(cell(column).toString());
        }
        csv += cells.join(QLatin1Char(',')) + QLatin1String("\r\n");
    };
    addLine([&](int column) { return model.headerData(column, Qt::Horizontal); });
    for (const int row : rows)
        addLine([&, row](int column) { return model.index(row, column).data(); });
    return csv;
}

} // namespace parallax
