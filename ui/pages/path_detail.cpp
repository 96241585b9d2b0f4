// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_detail.h"

#include "core/data/own_addresses.h"
#include "core/data/trace_figures.h"
#include "core/text/words.h"
#include "ui/models/path_model.h"
#include "ui/moment.h"
#include "ui/own_address.h"
#include "ui/pages/path_table.h"
#include "ui/pages/path_views.h"
#include "ui/shown_text.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section.h"

#include <QDataStream>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

bool everReached(const PathHistory &history)
{
    for (std::size_t round = history.rounds(); round-- > 0;) {
        if (history.endTtl(round))
            return true;
    }
    return false;
}

QString protocolOf(const TraceRecord &record)
{
    switch (record.method) {
    case Method::UdpDatagram:
        return QStringLiteral("UDP %1").arg(record.address.port);
    case Method::TcpSyn:
        return QStringLiteral("TCP %1").arg(record.address.port);
    default:
        return QStringLiteral("ICMP");
    }
}

/// When what is shown began: of a long watch the oldest rounds are gone.
Timestamp beginOf(const TraceState &state)
{
    const bool shortened = state.history.dropped() > 0 && state.history.rounds() > 0;
    return shortened ? state.history.start(0) : state.record.started;
}

} // namespace

PathDetail::PathDetail(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_heading(new ElidedLabel(this))
    , m_notes(new PlainLabel(PlainLabel::Tone::Muted, this))
    , m_model(new PathModel(words, this))
    , m_table(new PathTable(m_model, this))
    , m_views(new PathViews(words, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_heading->setObjectName(QStringLiteral("pathHeading"));
    m_notes->setObjectName(QStringLiteral("pathNotes"));
    m_notes->setRunning();
    m_notes->hide();
    m_splitter->addWidget(onPaper(m_table));
    m_splitter->addWidget(onPaper(m_views));
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_heading);
    layout->addWidget(m_notes);
    layout->addWidget(m_splitter, 1);
}

void PathDetail::turnTo(std::optional<TraceId> trace, const QString &name)
{
    const QSignalBlocker quiet(m_views); // what it asks for is asked for afterwards
    if (m_shown)
        m_looks[*m_shown] = look();
    m_shown = trace;
    const Look before = trace ? m_looks[*trace] : Look();
    m_ttl = before.ttl;
    fill({}, {});
    showNotes({});
    m_views->reset(before.views);
    m_heading->setText(tr("Looking for %1…").arg(name));
}

PathDetail::Look PathDetail::look() const
{
    return {.views = m_views->look(), .ttl = m_model->rowCount() > 0 ? m_table->chosenTtl() : m_ttl};
}

/// A chosen row that goes is no choice of the user's, who would be shown the rows while they are filled.
void PathDetail::fill(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts)
{
    const QSignalBlocker quiet(m_table);
    m_model->setRows(rows, facts);
}

void PathDetail::setTrace(const TraceState &state, const QString &how)
{
    const bool watch = state.request.kind == TraceRequest::Kind::Watch;
    RoundSpan rounds;
    if (const auto focus = m_views->focusSpan())
        rounds = roundsIn(state.history, *focus);
    std::vector<PathRow> rows = pathRows(state, rounds);
    if (m_hideOwn)
        rows = withOwnHidden(std::move(rows), state);
    m_model->setLimits(m_views->limits());
    fill(rows, state.record.addresses);
    if (const auto ttl = rows.empty() ? std::nullopt : std::exchange(m_ttl, std::nullopt)) {
        const QSignalBlocker quiet(m_table); // all is shown now
        m_table->choose(*ttl);
    }
    m_views->setTrace(state, rows, m_table->chosenTtl());
    m_heading->setText(sentence(state, how));
    showNotes(
        m_words.pathNotes(rows, watch ? everReached(state.history) : state.record.end == PathEnd::Reached));
}

void PathDetail::showNotes(const QStringList &notes)
{
    constexpr qsizetype most = 3; // the table's rows say the others on their tool tips
    m_notes->setPlainText(notes.mid(std::max<qsizetype>(0, notes.size() - most)).join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
}

QString PathDetail::sentence(const TraceState &state, const QString &how) const
{
    const TraceRecord &record = state.record;
    QStringList parts{m_hideOwn && isTargetOwn(state) ? ownAddress() : shownAddress(record.address.address),
                      fullMoment(beginOf(state))};
    if (state.request.kind == TraceRequest::Kind::Watch)
        parts << shownRounds(state.history);
    parts << how;
    if (state.byMinute)
        parts << tr("older than a week: of each minute only best, median, worst and loss are kept");
    if (const auto mtu = pathMtu(record))
        parts << tr("path MTU %1").arg(m_words.locale().toString(*mtu));
    if (const auto focus = m_views->focusSpan())
        parts << tr("figures of %1 to %2").arg(fullMoment(focus->from), fullMoment(focus->to));
    parts << shownMethod(state); // last: what does not fit is only on the tool tip
    return parts.join(QStringLiteral(" · "));
}

/// How many there are; which ones, where the oldest are gone.
QString PathDetail::shownRounds(const PathHistory &history) const
{
    const auto number = [this](std::size_t value) {
        return m_words.locale().toString(static_cast<qulonglong>(value));
    };
    if (history.dropped() == 0)
        return history.rounds() == 1 ? tr("1 round") : tr("%1 rounds").arg(number(history.rounds()));
    return tr("rounds %1 to %2")
        .arg(number(history.dropped() + 1), number(history.dropped() + history.rounds()));
}

/// How it is measured; the bar above may say something else by now.
QStringList PathDetail::shownMethod(const TraceState &state) const
{
    QStringList parts{protocolOf(state.record)};
    const bool watch = state.request.kind == TraceRequest::Kind::Watch;
    if (watch && state.request.interval > Duration{})
        parts << tr("every %1 s")
                     .arg(m_words.locale().toString(toMilliseconds(state.request.interval) / 1000.0));
    if (state.request.flows > 1)
        parts << tr("%1 flows").arg(m_words.locale().toString(state.request.flows));
    return parts;
}

void PathDetail::setView(const TraceState &state)
{
    m_views->setView(state, m_table->chosenTtl());
}

void PathDetail::setHideOwn(bool hide)
{
    m_hideOwn = hide;
    m_views->setHideOwn(hide);
}

std::vector<Picture> PathDetail::pictures(const TraceState &state, int which)
{
    return m_views->pictures(state, m_table->chosenTtl(), which);
}

QByteArray PathDetail::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_table->saveState();
    return state;
}

void PathDetail::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray splitter;
    QByteArray table;
    stream >> splitter >> table; // both empty where this is no state of ours: then nothing is restored
    m_splitter->restoreState(splitter);
    m_table->restoreState(table);
}

} // namespace parallax
