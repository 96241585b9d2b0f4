// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <QFrame>

class QProgressBar;

namespace parallax {

class MarkWidget;
class PlainLabel;
class Words;

/// The answer: shape, word, confidence and one sentence.
class VerdictBanner : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictBanner(const Words &words, QWidget *parent = nullptr);

    void setRecord(const SessionRecord &record);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    void showUnderway(const SessionRecord &record);
    QString settling(const Verdict &verdict) const;

    const Words &m_words;
    VerdictKind m_kind = VerdictKind::Inconclusive;
    MarkWidget *m_mark;
    PlainLabel *m_word;
    PlainLabel *m_confidence;
    PlainLabel *m_sentence;
    PlainLabel *m_more;
    QProgressBar *m_progress;
};

} // namespace parallax
