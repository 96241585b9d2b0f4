// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facts_view.h"

#include "core/text/words.h"
#include "ui/widgets/plain_label.h"

#include <QGridLayout>
#include <QResizeEvent>

namespace parallax {

namespace {

constexpr int widthForTwo = 680;

} // namespace

FactsView::FactsView(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_left(new QGridLayout)
    , m_right(new QGridLayout)
{
    setObjectName(QStringLiteral("facts"));
    setAccessibleName(tr("Facts"));
    m_layout->setContentsMargins(12, 10, 12, 10);
    m_layout->setSpacing(24);
    for (QGridLayout *grid : {m_left, m_right}) {
        grid->setHorizontalSpacing(14);
        grid->setVerticalSpacing(4);
        grid->setColumnStretch(1, 1);
        auto *column = new QVBoxLayout;
        column->addLayout(grid);
        column->addStretch(1);
        m_layout->addLayout(column, 1);
    }
}

void FactsView::setRecord(const SessionRecord &record, const RunComparison &others)
{
    const std::vector<Fact> facts = factsOf(record, others, m_words);
    addRows(facts.size());
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const Fact fact = i < facts.size() ? facts[i] : Fact{};
        m_names[i]->setPlainText(fact.name);
        m_values[i]->setPlainText(fact.value);
    }
}

void FactsView::addRows(std::size_t count)
{
    // The first facts are TCP's eight; they fill the left column.
    constexpr std::size_t leftRows = 8;
    while (m_names.size() < count) {
        const std::size_t row = m_names.size();
        m_names.push_back(new PlainLabel(PlainLabel::Tone::Muted, this));
        m_values.push_back(new PlainLabel(PlainLabel::Tone::Normal, this));
        m_values.back()->setRunning();
        m_names.back()->setAlignment(Qt::AlignTop);
        m_values.back()->setAlignment(Qt::AlignTop);
        QGridLayout *grid = row < leftRows ? m_left : m_right;
        const int place = static_cast<int>(row < leftRows ? row : row - leftRows);
        grid->addWidget(m_names.back(), place, 0);
        grid->addWidget(m_values.back(), place, 1);
    }
}

void FactsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = event->size().width() >= widthForTwo;
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(wide ? 24 : 4);
}

} // namespace parallax
