// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/verdict.h"

#include <QWidget>

namespace parallax {

class MarkWidget;
class PlainLabel;
class Words;

/// One fact: does it speak for the verdict, what it says, what else could have caused it, how much it weighs.
class EvidenceItem : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceItem(const Words &words, QWidget *parent = nullptr);

    void setEvidence(const Evidence &evidence, VerdictKind verdict);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void remark();

    const Words &m_words;
    Evidence m_evidence;
    VerdictKind m_verdict = VerdictKind::Inconclusive;
    MarkWidget *m_mark;
    PlainLabel *m_title;
    PlainLabel *m_weight;
    PlainLabel *m_sentence;
    PlainLabel *m_mayMislead;
};

} // namespace parallax
