// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdict_banner.h"

#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QProgressBar>

namespace parallax {

namespace {

constexpr int edge = 5; // of the coloured border at the left

bool isJudged(const SessionRecord &record)
{
    return record.end != SessionEnd::Running || record.verdict.confidence > 0.0;
}

} // namespace

VerdictBanner::VerdictBanner(const Words &words, QWidget *parent)
    : QFrame(parent)
    , m_words(words)
    , m_mark(new MarkWidget(26, this))
    , m_word(new PlainLabel(PlainLabel::Tone::Large, this))
    , m_confidence(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_sentence(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_more(new PlainLabel(PlainLabel::Tone::Muted, this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("verdict"));
    m_word->setObjectName(QStringLiteral("verdictWord"));
    m_sentence->setObjectName(QStringLiteral("verdictSentence"));
    m_sentence->setRunning();
    m_more->setRunning();
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the measurement"));

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_mark);
    head->addWidget(m_word);
    head->addWidget(m_confidence, 1, Qt::AlignLeft | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge + 12, 10, 14, 12);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_sentence);
    layout->addWidget(m_more);
    layout->addWidget(m_progress);
    recolour();
}

void VerdictBanner::setRecord(const SessionRecord &record)
{
    const bool judged = isJudged(record);
    m_kind = judged ? record.verdict.kind : VerdictKind::Inconclusive;
    if (judged) {
        m_word->setPlainText(m_words.locale().toUpper(m_words.kind(m_kind)));
        m_sentence->setPlainText(m_words.verdictSentence(record));
    } else {
        m_word->setPlainText(tr("Measuring…"));
        m_sentence->setPlainText(tr("The first answers are on their way."));
    }
    const QString more = judged ? settling(record.verdict) : QString();
    m_more->setPlainText(more);
    m_more->setVisible(!more.isEmpty());
    showUnderway(record);
    setAccessibleName(m_word->text() + QStringLiteral(". ") + m_sentence->text());
    recolour();
}

void VerdictBanner::showUnderway(const SessionRecord &record)
{
    m_progress->setVisible(record.end == SessionEnd::Running);
    m_progress->setValue(static_cast<int>(record.progress * 1000.0));
    QStringList parts;
    if (record.verdict.confidence > 0.0)
        parts << tr("%1 sure").arg(m_words.percent(record.verdict.confidence));
    // A run that broke off is judged by what there was, and says so.
    if (record.end != SessionEnd::Running && record.end != SessionEnd::Finished)
        parts << m_words.end(record.end);
    m_confidence->setPlainText(parts.join(QStringLiteral(" · ")));
    m_confidence->setVisible(!parts.isEmpty());
}

QString VerdictBanner::settling(const Verdict &verdict) const
{
    if (verdict.kind != VerdictKind::Inconclusive || verdict.wouldSettle.empty())
        return {};
    QStringList lines{tr("What would settle it:")};
    for (const Remedy remedy : verdict.wouldSettle)
        lines << QStringLiteral("•  ") + m_words.remedy(remedy);
    return lines.join(QLatin1Char('\n'));
}

void VerdictBanner::recolour()
{
    m_mark->setMark(markOf(m_kind), strokeOf(m_kind, palette()));
    QPalette own = m_word->palette();
    const QColor wanted = textOf(m_kind, palette());
    if (own.color(QPalette::WindowText) != wanted) {
        own.setColor(QPalette::WindowText, wanted);
        m_word->setPalette(own);
    }
    update();
}

void VerdictBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void VerdictBanner::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tint(fillOf(m_kind), palette()));
    painter.fillRect(QRect(0, 0, edge, height()), strokeOf(m_kind, palette()));
}

} // namespace parallax
