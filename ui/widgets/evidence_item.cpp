// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence_item.h"

#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

namespace parallax {

namespace {

/// Below this a fact says next to nothing: e^0.2 is odds of 1.2 to 1.
constexpr double leastWeight = 0.2;

enum class Role : std::uint8_t { Supports, Contradicts, Neutral };

Role roleOf(const Evidence &evidence, VerdictKind verdict)
{
    if (evidence.favours == VerdictKind::Inconclusive || evidence.weight < leastWeight)
        return Role::Neutral;
    return evidence.favours == verdict ? Role::Supports : Role::Contradicts;
}

} // namespace

EvidenceItem::EvidenceItem(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_mark(new MarkWidget(16, this))
    , m_title(new PlainLabel(PlainLabel::Tone::Strong, this))
    , m_weight(new PlainLabel(PlainLabel::Tone::Muted, this))
    , m_sentence(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_mayMislead(new PlainLabel(PlainLabel::Tone::Muted, this))
{
    m_sentence->setRunning();
    m_mayMislead->setRunning();
    m_weight->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_weight->setToolTip(
        tr("The natural logarithm of how many times more likely this is under that verdict"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setHorizontalSpacing(10);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_mark, 0, 0);
    layout->addWidget(m_title, 0, 1);
    layout->addWidget(m_weight, 0, 2);
    layout->addWidget(m_sentence, 1, 1, 1, 2);
    layout->addWidget(m_mayMislead, 2, 1, 1, 2);
}

void EvidenceItem::setEvidence(const Evidence &evidence, VerdictKind verdict)
{
    if (evidence == m_evidence && verdict == m_verdict && !m_title->text().isEmpty())
        return;
    m_evidence = evidence;
    m_verdict = verdict;
    m_title->setPlainText(m_words.evidenceTitle(evidence.name));
    m_sentence->setPlainText(m_words.evidence(evidence));
    const QString doubts = m_words.mayMislead(evidence);
    m_mayMislead->setPlainText(tr("May mislead: %1").arg(doubts));
    m_mayMislead->setVisible(!doubts.isEmpty());
    const bool speaks = roleOf(evidence, verdict) != Role::Neutral;
    const QString weight = m_words.locale().toString(evidence.weight, 'f', 1);
    m_weight->setPlainText(speaks ? tr("for %1 · weight %2").arg(m_words.kind(evidence.favours), weight)
                                  : tr("decides nothing"));
    remark();
}

void EvidenceItem::remark()
{
    switch (roleOf(m_evidence, m_verdict)) {
    case Role::Supports:
        m_mark->setMark(Mark::Check, strokeOf(VerdictKind::Direct, palette()));
        setAccessibleName(tr("Supports the verdict: %1").arg(m_title->text()));
        break;
    case Role::Contradicts:
        m_mark->setMark(Mark::Cross, strokeOf(VerdictKind::Proxy, palette()));
        setAccessibleName(tr("Speaks against the verdict: %1").arg(m_title->text()));
        break;
    case Role::Neutral:
        m_mark->setMark(Mark::Question, mutedText(palette()));
        setAccessibleName(tr("Decides nothing: %1").arg(m_title->text()));
        break;
    }
}

void EvidenceItem::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        remark();
}

void EvidenceItem::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (y() <= 1)
        return; // the first has the frame above it
    QPainter painter(this);
    painter.setPen(gridLine(palette()));
    painter.drawLine(12, 0, width() - 12, 0);
}

} // namespace parallax
