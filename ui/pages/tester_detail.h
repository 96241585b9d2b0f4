// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/comparison.h"
#include "ui/charts/picture.h"

#include <QScrollArea>
#include <QTimer>

#include <functional>
#include <vector>

class QBoxLayout;

namespace parallax {

class DistributionChart;
class ElidedLabel;
class EvidenceList;
class FactsView;
class HopChart;
class LadderView;
class PlainLabel;
class VerdictBanner;
class Words;

/// All about one tester, the answer first.
class TesterDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit TesterDetail(const Words &words, QWidget *parent = nullptr);

    /// `others`: the finished runs of the same tester.
    void setRecord(const SessionRecord &record, const RunComparison &others = {});
    /// The ladder, the hops and the distribution, as they are shown.
    std::vector<Picture> pictures();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *header();
    void showHeader(const SessionRecord &record);
    void drawNext();

    const Words &m_words;
    ElidedLabel *m_who;
    PlainLabel *m_when;
    VerdictBanner *m_banner;
    LadderView *m_ladder;
    HopChart *m_hops;
    DistributionChart *m_distribution;
    EvidenceList *m_evidence;
    FactsView *m_facts;
    QBoxLayout *m_charts;
    // The charts are drawn one in each turn of the event loop: together they would hold it up.
    SessionRecord m_waiting;
    std::vector<std::function<void(const SessionRecord &)>> m_toDraw;
    QTimer m_next;
};

} // namespace parallax
