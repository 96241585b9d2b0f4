// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tester_detail.h"

#include "core/text/words.h"
#include "ui/browser_name.h"
#include "ui/charts/distribution_chart.h"
#include "ui/charts/hop_chart.h"
#include "ui/charts/ladder_view.h"
#include "ui/models/tester_row.h"
#include "ui/moment.h"
#include "ui/shown_text.h"
#include "ui/widgets/evidence_list.h"
#include "ui/widgets/facts_view.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section.h"
#include "ui/widgets/verdict_banner.h"

#include <QBoxLayout>
#include <QResizeEvent>

namespace parallax {

namespace {

constexpr int widthForTwoCharts = 720;

} // namespace

TesterDetail::TesterDetail(const Words &words, QWidget *parent)
    : QScrollArea(parent)
    , m_words(words)
    , m_who(new ElidedLabel)
    , m_when(new PlainLabel(PlainLabel::Tone::Muted))
    , m_banner(new VerdictBanner(words))
    , m_ladder(new LadderView(words))
    , m_hops(new HopChart(words))
    , m_distribution(new DistributionChart(words))
    , m_evidence(new EvidenceList(words))
    , m_facts(new FactsView(words))
    , m_charts(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("detail"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_charts->setSpacing(12);
    m_charts->addWidget(new Section(tr("RTT per hop"), m_hops), 1);
    m_charts->addWidget(new Section(tr("Distribution of round trips, with medians [ms]"), m_distribution), 1);

    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &TesterDetail::drawNext);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(header());
    layout->addWidget(m_banner);
    layout->addWidget(new Section(tr("Latency ladder"), m_ladder));
    layout->addLayout(m_charts, 1);
    layout->addWidget(new Section(tr("Evidence"), m_evidence));
    layout->addWidget(new Section(tr("Facts"), m_facts));
    setWidget(content);
}

QWidget *TesterDetail::header()
{
    auto *header = new QWidget;
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    m_who->setObjectName(QStringLiteral("who"));
    QFont heading = m_who->font();
    heading.setBold(true);
    m_who->setFont(heading);
    layout->addWidget(m_who, 1);
    layout->addWidget(m_when);
    return header;
}

void TesterDetail::setRecord(const SessionRecord &record, const RunComparison &others)
{
    showHeader(record);
    m_banner->setRecord(record);
    m_ladder->setRecord(record);
    m_waiting = record;
    m_toDraw = {[this, others](const SessionRecord &r) { m_facts->setRecord(r, others); },
                [this](const SessionRecord &r) { m_evidence->setVerdict(r.verdict); },
                [this](const SessionRecord &r) { m_distribution->setRecord(r); },
                [this](const SessionRecord &r) { m_hops->setRecord(r); }};
    m_next.start();
}

void TesterDetail::drawNext()
{
    if (m_toDraw.empty())
        return;
    m_toDraw.back()(m_waiting);
    m_toDraw.pop_back();
    if (!m_toDraw.empty())
        m_next.start();
}

void TesterDetail::showHeader(const SessionRecord &record)
{
    QString who =
        whoIs(shownText(record.tester.name), QString::fromStdString(record.tester.peer.address.toString()));
    const QString browser = browserName(QString::fromStdString(record.tester.userAgent));
    if (!browser.isEmpty())
        who += QStringLiteral(" · ") + browser;
    m_who->setText(who);
    m_when->setPlainText(fullMoment(record.started));
}

std::vector<Picture> TesterDetail::pictures()
{
    while (!m_toDraw.empty())
        drawNext();
    return {m_ladder->picture(), m_hops->picture(tr("RTT per hop"), QStringLiteral("hops")),
            m_distribution->picture(tr("Distribution of round trips"), QStringLiteral("distribution"))};
}

void TesterDetail::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool wide = event->size().width() >= widthForTwoCharts;
    m_charts->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace parallax
