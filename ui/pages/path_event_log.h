// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"

#include <QWidget>

#include <vector>

class QDoubleSpinBox;
class QTableView;

namespace parallax {

class PathEventModel;
class Words;

/// The log of one path, and the limits that are worth an alert.
class PathEventLog : public QWidget
{
    Q_OBJECT

public:
    explicit PathEventLog(const Words &words, QWidget *parent = nullptr);

    void setEvents(const std::vector<PathEvent> &events);
    /// For another path: no events, and the newest to be shown.
    void reset();
    PathLimits limits() const;
    /// What is being typed is the limit.
    void takeTyped();
    void setLimits(const PathLimits &limits);

Q_SIGNALS:
    void limitsChanged();
    void momentChosen(parallax::Timestamp moment);

private:
    void followNewest();
    QWidget *limitBar();
    QDoubleSpinBox *limit(const char *name, const QString &label, double most);

    PathEventModel *m_model;
    QTableView *m_table;
    bool m_atEnd = true; // as long as nobody scrolls back
    QDoubleSpinBox *m_rtt; // 0: none
    QDoubleSpinBox *m_loss;
};

} // namespace parallax
