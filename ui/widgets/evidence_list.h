// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/verdict.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace parallax {

class EvidenceItem;
class Words;

/// What was measured, for and against, with what may mislead; the heaviest first.
class EvidenceList : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceList(const Words &words, QWidget *parent = nullptr);

    void setVerdict(const Verdict &verdict);

private:
    const Words &m_words;
    QVBoxLayout *m_layout;
    QWidget *m_empty;
    std::vector<EvidenceItem *> m_items; // kept and filled again: making widgets is slow
};

} // namespace parallax
