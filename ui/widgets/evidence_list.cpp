// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence_list.h"

#include "ui/widgets/evidence_item.h"
#include "ui/widgets/plain_label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

EvidenceList::EvidenceList(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("evidence"));
    setAccessibleName(tr("Evidence"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto *empty = new PlainLabel(PlainLabel::Tone::Muted, this);
    empty->setPlainText(tr("Nothing has been weighed yet."));
    empty->setContentsMargins(12, 8, 12, 8);
    m_empty = empty;
    m_layout->addWidget(m_empty);
}

void EvidenceList::setVerdict(const Verdict &verdict)
{
    std::vector<Evidence> sorted = verdict.evidence;
    const auto rank = [&](const Evidence &e) {
        return e.favours == VerdictKind::Inconclusive ? -1.0 : e.weight;
    };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Evidence &a, const Evidence &b) { return rank(a) > rank(b); });
    while (m_items.size() < sorted.size()) {
        m_items.push_back(new EvidenceItem(m_words, this));
        m_layout->addWidget(m_items.back());
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_items[i]->setVisible(i < sorted.size());
        if (i < sorted.size())
            m_items[i]->setEvidence(sorted[i], verdict.kind);
    }
    m_empty->setVisible(sorted.empty());
}

} // namespace parallax
