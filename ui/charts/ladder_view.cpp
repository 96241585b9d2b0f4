// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ladder_view.h"

#include "core/text/words.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

#include <algorithm>

namespace parallax {

namespace {

/// How far the axis must go: to every minimum, and to the whiskers unless one late answer would make all
/// bars small. Those beyond end in an arrow.
double reachOf(const std::vector<Rung> &rungs)
{
    constexpr double mostForWhiskers = 2.2;
    double bars = 0.0;
    double whiskers = 0.0;
    for (const Rung &rung : rungs) {
        bars = std::max(bars, toMilliseconds(rung.min.value_or(Duration{})));
        whiskers = std::max(whiskers, toMilliseconds(rung.p95.value_or(Duration{})));
    }
    return std::max(bars, std::min(whiskers, bars * mostForWhiskers));
}

} // namespace

LadderView::LadderView(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
{
    setObjectName(QStringLiteral("ladder"));
    setAccessibleName(tr("Latency ladder"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LadderView::setRecord(const SessionRecord &record)
{
    std::vector<Rung> rungs = ladderOf(record);
    const bool other = record.id != m_shown;
    if (!other && rungs == m_rungs)
        return;
    m_shown = record.id;
    if (other)
        m_scale.reset();
    const bool sameHeight = rungs.size() == m_rungs.size();
    m_rungs = std::move(rungs);
    QStringList described;
    for (const Rung &rung : m_rungs)
        described << describe(rung);
    m_scale.include(reachOf(m_rungs));
    setAccessibleDescription(described.join(QLatin1Char('\n')));
    if (!sameHeight)
        updateGeometry();
    update();
}

LadderPainter LadderView::painter() const
{
    LadderPainter painter(m_rungs, m_scale, m_words);
    painter.setLook(font(), palette());
    return painter;
}

Picture LadderView::picture() const
{
    // The picture lives on after this view shows somebody else, so it keeps its own copy.
    return {.title = tr("Latency ladder"),
            .fileStem = QStringLiteral("ladder"),
            .size = QSizeF(std::max(width(), 720), painter().height()),
            .paint = [rungs = m_rungs, scale = m_scale, font = font(), palette = palette(),
                      &words = m_words](QPainter &target, const QRectF &area) {
                LadderPainter ladder(rungs, scale, words);
                ladder.setLook(font, palette);
                ladder.paint(target, area);
            }};
}

QSize LadderView::sizeHint() const
{
    return {640, static_cast<int>(painter().height())};
}

QSize LadderView::minimumSizeHint() const
{
    return {320, static_cast<int>(painter().height())};
}

void LadderView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter target(this);
    target.fillRect(rect(), palette().color(QPalette::Base));
    painter().paint(target, rect());
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &target, this);
    }
}

bool LadderView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = painter().rungAt(help->pos().y(), rect());
    if (row < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), describe(m_rungs[static_cast<std::size_t>(row)]), this);
    return true;
}

QString LadderView::describe(const Rung &rung) const
{
    QString name = LadderPainter::label(rung);
    if (rung.firstTtl > 0)
        name = tr("TTL %1: %2").arg(QString::number(rung.firstTtl), name);
    if (!rung.min)
        return name;
    QString text = tr("%1, minimum %2, 95 % of answers within %3")
                       .arg(name, m_words.duration(rung.min), m_words.duration(rung.p95));
    if (rung.gap)
        text += tr(", %1 more than the rung below").arg(m_words.duration(*rung.min - rung.gap->from));
    return text;
}

} // namespace parallax
