// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_update.h"

#include <QTableView>

#include <vector>

namespace parallax {

class ClockModel;

/// The clock clients. Not sorted: all together stand last.
class ClockTable : public QTableView
{
    Q_OBJECT

public:
    explicit ClockTable(ClockModel *model, QWidget *parent = nullptr);

    /// The selected rows as they are shown, or all.
    QString asCsv() const;
    void end();
    void remove();

Q_SIGNALS:
    void endRequested(parallax::ClockId clock);
    void removeRequested(parallax::ClockId clock);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fitColumns();
    void copy() const;
    std::vector<ClockId> chosen() const;

    ClockModel *m_model;
};

} // namespace parallax
