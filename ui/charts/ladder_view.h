// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/ladder_painter.h"
#include "ui/charts/picture.h"

#include <QWidget>

namespace parallax {

/// The latency ladder of one tester: the jump is seen, not read.
class LadderView : public QWidget
{
    Q_OBJECT

public:
    explicit LadderView(const Words &words, QWidget *parent = nullptr);

    void setRecord(const SessionRecord &record);
    const std::vector<Rung> &rungs() const { return m_rungs; }
    Picture picture() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    LadderPainter painter() const;
    QString describe(const Rung &rung) const;

    const Words &m_words;
    std::string m_shown; // the record's id: another one starts the scale anew
    std::vector<Rung> m_rungs;
    StableScale m_scale;
};

} // namespace parallax
