// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"
#include "core/data/summary.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/nice_scale.h"
#include "ui/theme.h"

#include <QCategoryAxis>
#include <QLineSeries>
#include <QScatterSeries>

#include <array>
#include <string>
#include <vector>

namespace parallax {

class Words;

/// Every round trip by TTL, the minima joined; the endpoint and the browser set apart at the right.
class HopChart : public ChartView
{
    Q_OBJECT

public:
    explicit HopChart(const Words &words, QWidget *parent = nullptr);

    void setRecord(const SessionRecord &record);

protected:
    void restyle() override;
    bool viewportEvent(QEvent *event) override;

private:
    /// One position on the horizontal axis.
    struct Column {
        Layer layer{};
        double x = 0.0;
        QString label{};
        QString detail{}; // what a tool tip says
        RttSummary rtt{};
    };

    static std::vector<Column> columnsOf(const SessionRecord &record);
    static QString describe(const Hop &hop, const AddressFacts &facts);
    void label(const std::vector<Column> &columns);
    void plot(const std::vector<Column> &columns);

    const Words &m_words;
    std::vector<Column> m_columns;
    QCategoryAxis *m_hops;
    QValueAxis *m_rtt;
    QLineSeries *m_pathLine;
    std::array<QScatterSeries *, 3> m_samples{}; // by layer: path, TCP, WebSocket
    std::array<QScatterSeries *, 3> m_minima{};
    StableScale m_scale;
    std::string m_shown;
};

} // namespace parallax
