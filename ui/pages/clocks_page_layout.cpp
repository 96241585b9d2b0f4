// SPDX-License-Identifier: GPL-3.0-or-later
// How the Clocks page is laid out.
#include "ui/charts/clock_chart.h"
#include "ui/charts/clock_histogram.h"
#include "ui/pages/clock_table.h"
#include "ui/pages/clocks_page.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>

namespace parallax {

QWidget *ClocksPage::empty()
{
    auto *page = new Paper(this);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    const auto add = [&](PlainLabel::Tone tone, const QString &text) {
        auto *label = new PlainLabel(tone, page);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setPlainText(text);
        layout->addWidget(label);
        layout->addSpacing(12);
    };
    add(PlainLabel::Tone::Large, tr("See what an estimator makes of two clocks"));
    add(PlainLabel::Tone::Normal,
        tr("Press Start server, then Add the four: four clients ask this machine's own clock, so the true "
           "offset is zero, and each draws what it believes. Or ask a clock server elsewhere."));
    add(PlainLabel::Tone::Muted, tr("No clock is ever set: offsets are measured and shown, nothing more."));
    layout->addStretch(3);
    return page;
}

QWidget *ClocksPage::toolLine()
{
    m_quantity->setObjectName(QStringLiteral("clockQuantity"));
    m_quantity->setAccessibleName(tr("What is drawn"));
    m_quantity->addItem(tr("Correction, as the server replied"), static_cast<int>(ClockQuantity::Correction));
    m_quantity->addItem(tr("Offset of every exchange"), static_cast<int>(ClockQuantity::Offset));
    m_quantity->addItem(tr("Round-trip time"), static_cast<int>(ClockQuantity::RoundTrip));
    m_pause->setObjectName(QStringLiteral("clockPause"));
    m_pause->setToolTip(tr("The picture stands still; measuring goes on"));
    const auto button = [this](const QString &text, const char *name, void (ClockTable::*act)()) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        connect(made, &QPushButton::clicked, m_table, act);
        return made;
    };
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_quantity);
    layout->addWidget(m_pause);
    auto *all = new QPushButton(tr("Show a&ll"), this);
    all->setObjectName(QStringLiteral("clockShowAll"));
    all->setToolTip(tr("The wheel zooms in time"));
    connect(all, &QPushButton::clicked, m_chart, &ClockChart::showAll);
    layout->addWidget(all);
    layout->addStretch(1);
    layout->addWidget(button(tr("En&d client"), "clockEnd", &ClockTable::end));
    layout->addWidget(button(tr("Remove client"), "clockRemove", &ClockTable::remove));
    return line;
}

QWidget *ClocksPage::charts()
{
    auto *pictures = new QSplitter(this);
    pictures->addWidget(new Section(tr("Over time"), m_chart, this));
    pictures->addWidget(new Section(tr("Distribution"), m_histogram, this));
    pictures->setStretchFactor(0, 2);
    pictures->setStretchFactor(1, 1);
    pictures->setSizes({700, 400});
    pictures->setChildrenCollapsible(false);
    return pictures;
}

QWidget *ClocksPage::lists()
{
    auto *lists = new QSplitter(this);
    lists->addWidget(new Section(tr("Clients"), m_table, this));
    lists->addWidget(new Section(tr("Events"), m_events, this));
    lists->setStretchFactor(0, 3);
    lists->setStretchFactor(1, 1);
    lists->setSizes({800, 300});
    lists->setChildrenCollapsible(false);
    return lists;
}

QWidget *ClocksPage::content()
{
    m_events->setObjectName(QStringLiteral("clockEvents"));
    m_events->setAccessibleName(tr("What was noteworthy"));
    m_events->setFrameShape(QFrame::NoFrame);
    m_note->setObjectName(QStringLiteral("clockNote"));
    m_note->setRunning();

    m_splitter->addWidget(charts());
    m_splitter->addWidget(lists());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(toolLine());
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_note);
    return content;
}

} // namespace parallax
