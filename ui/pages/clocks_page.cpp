// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/clocks_page.h"

#include "core/text/words.h"
#include "ui/charts/clock_chart.h"
#include "ui/charts/clock_histogram.h"
#include "ui/models/clock_model.h"
#include "ui/moment.h"
#include "ui/pages/clock_table.h"
#include "ui/widgets/clock_bar.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section.h"

#include <QChart>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace parallax {

namespace {

constexpr int mostEvents = 500; // in the list; the oldest go first

std::map<ClockId, std::uint64_t> eventsOf(const ClockBoard &board)
{
    std::map<ClockId, std::uint64_t> seen;
    for (const auto &[id, state] : board.clocks())
        seen[id] = state.eventsSeen;
    return seen;
}

} // namespace

ClocksPage::ClocksPage(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_bar(new ClockBar(words, this))
    , m_quantity(new QComboBox(this))
    , m_pause(new QCheckBox(tr("&Pause"), this))
    , m_chart(new ClockChart(this))
    , m_histogram(new ClockHistogram(this))
    , m_model(new ClockModel(words, this))
    , m_table(new ClockTable(m_model, this))
    , m_events(new QListWidget(this))
    , m_note(new PlainLabel(PlainLabel::Tone::Muted, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_stack(new QStackedWidget(this))
{
    for (ChartView *chart : {static_cast<ChartView *>(m_chart), static_cast<ChartView *>(m_histogram)})
        chart->chart()->setLocale(words.locale());
    m_stack->addWidget(empty());
    m_stack->addWidget(content());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    connectParts();
}

void ClocksPage::connectParts()
{
    connect(m_bar, &ClockBar::serverStartRequested, this, &ClocksPage::serverStartRequested);
    connect(m_bar, &ClockBar::serverStopRequested, this, &ClocksPage::serverStopRequested);
    connect(m_bar, &ClockBar::notesRequested, this, &ClocksPage::notesRequested);
    connect(m_bar, &ClockBar::connectionsRequested, this, &ClocksPage::connectionsRequested);
    connect(m_bar, &ClockBar::clientsRequested, this, &ClocksPage::clientsRequested);
    connect(m_table, &ClockTable::endRequested, this, &ClocksPage::closeRequested);
    connect(m_table, &ClockTable::removeRequested, this, &ClocksPage::forgetRequested);
    connect(m_quantity, &QComboBox::currentIndexChanged, this, &ClocksPage::viewWanted);
    connect(m_pause, &QCheckBox::toggled, this, &ClocksPage::viewWanted);
    connect(m_model, &ClockModel::shownChanged, this, [this](ClockId clock, bool shown) {
        if (shown)
            m_hidden.erase(clock);
        else
            m_hidden.insert(clock);
        Q_EMIT viewWanted();
    });
}

ClockQuantity ClocksPage::quantity() const
{
    return static_cast<ClockQuantity>(m_quantity->currentData().toInt());
}

QString ClocksPage::quantityTitle() const
{
    switch (quantity()) {
    case ClockQuantity::Correction:
        return tr("Correction [ms]");
    case ClockQuantity::Offset:
        return tr("Offset [ms]");
    case ClockQuantity::RoundTrip:
        return tr("Round-trip time [ms]");
    }
    return {};
}

/// The scheme, with a number where several have it.
QString ClocksPage::nameOf(const ClockBoard &board, ClockId clock) const
{
    const ClockState &state = *board.find(clock);
    int number = 0;
    int all = 0;
    for (const auto &[id, other] : board.clocks()) {
        if (other.request.scheme != state.request.scheme || other.request.kind != state.request.kind)
            continue;
        ++all;
        number += id <= clock ? 1 : 0;
    }
    QString name = state.request.kind == ClockExchangeKind::Stamp ? QStringLiteral("STAMP")
                                                                  : m_words.clockScheme(state.request.scheme);
    if (all > 1)
        name += QStringLiteral(" %1").arg(number);
    return state.end == ClockEnd::Running ? name : tr("%1, ended").arg(name);
}

bool ClocksPage::paused() const
{
    return m_pause->isChecked();
}

std::uint16_t ClocksPage::serverPort() const
{
    return m_bar->port();
}

void ClocksPage::setShareHost(const QString &host)
{
    m_bar->setShareHost(host);
}

QString ClocksPage::shareHost() const
{
    return m_bar->shareHost();
}

void ClocksPage::setClocks(const ClockBoard &board)
{
    m_bar->setServer(board.server());
    m_stack->setCurrentIndex(board.clocks().empty() ? 0 : 1);
    if (board.clocks().empty()) { // what follows is not of that picture
        const QSignalBlocker quiet(m_pause);
        m_pause->setChecked(false);
    }
    if (!paused())
        m_held.reset();
    showBoard(paused() ? held(board) : board);
}

/// What was there at the pause, but nobody who is gone since.
const ClockBoard &ClocksPage::held(const ClockBoard &now)
{
    if (!m_held)
        m_held = now;
    std::vector<ClockId> gone;
    for (const auto &[id, state] : m_held->clocks()) {
        if (!now.find(id))
            gone.push_back(id);
    }
    for (const ClockId clock : gone)
        m_held->forget(clock);
    return *m_held;
}

void ClocksPage::showBoard(const ClockBoard &board)
{
    std::vector<ClockCurve> curves;
    std::vector<ClockRow> rows;
    std::vector<ClockPoint> all;
    ClockRow together{.name = tr("All together")};
    Timestamp origin = Timestamp::max();
    for (const auto &[id, state] : board.clocks()) {
        auto points = pointsOf(state, quantity());
        const auto counted = sinceLastStep(state, points);
        all.insert(all.end(), counted.begin(), counted.end());
        ClockRow row = clockRow(id, state, counted, m_words);
        row.name = nameOf(board, id);
        row.shown = !m_hidden.contains(id);
        together.counts.answered += row.counts.answered;
        together.counts.lost += row.counts.lost;
        if (!points.empty())
            origin = std::min(origin, points.front().at);
        if (row.shown)
            curves.push_back({state.request.scheme, row.name, std::move(points)});
        rows.push_back(std::move(row));
    }
    together.figures = statisticsOf(all);
    rows.push_back(std::move(together));
    m_model->setRows(std::move(rows));
    m_histogram->setCurves(curves, quantityTitle());
    m_chart->setCurves(std::move(curves), origin == Timestamp::max() ? Timestamp{} : origin, quantityTitle());
    showEvents(board);
    QString sentence;
    m_note->setVisible(negativeWays(board, sentence));
    m_note->setPlainText(sentence);
}

/// One-way delays that came out negative, in words.
bool ClocksPage::negativeWays(const ClockBoard &board, QString &sentence) const
{
    for (const auto &[id, state] : board.clocks()) {
        if (state.samples.empty())
            continue;
        sentence = m_words.negativeWay(state.samples.back());
        if (!sentence.isEmpty())
            return true;
    }
    return false;
}

void ClocksPage::showEvents(const ClockBoard &board)
{
    auto seen = eventsOf(board);
    if (seen == m_eventsShown)
        return;
    m_eventsShown = std::move(seen);
    std::vector<std::pair<Timestamp, QString>> lines;
    for (const auto &[id, state] : board.clocks()) {
        for (const ClockEvent &event : state.events)
            lines.emplace_back(event.at,
                               shortMoment(event.at) + QStringLiteral("  ") + nameOf(board, id)
                                   + QStringLiteral(": ") + m_words.clockEvent(event));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    if (lines.size() > mostEvents)
        lines.erase(lines.begin(), lines.end() - mostEvents);
    m_events->clear();
    for (const auto &[at, line] : lines)
        m_events->addItem(line);
    m_events->scrollToBottom();
}

std::vector<Picture> ClocksPage::pictures() const
{
    return {m_chart->picture(tr("Clocks over time"), QStringLiteral("clocks")),
            m_histogram->picture(tr("Distribution of clocks"), QStringLiteral("clocks-distribution"))};
}

QByteArray ClocksPage::saveState() const
{
    return m_splitter->saveState();
}

void ClocksPage::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace parallax
