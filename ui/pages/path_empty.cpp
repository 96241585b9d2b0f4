// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_empty.h"

#include "ui/widgets/plain_label.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace parallax {

PathEmpty::PathEmpty(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pathEmpty"));
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    const auto add = [&](PlainLabel::Tone tone, const QString &text) {
        auto *label = new PlainLabel(tone, this);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setPlainText(text);
        column->addWidget(label);
    };
    add(PlainLabel::Tone::Large, tr("See the way to any host"));
    add(PlainLabel::Tone::Normal,
        tr("Type a host name or an address above and press Start. The routers on the way appear within a "
           "round trip or two."));
    column->addWidget(button(tr("Type a host"), "typeHost", &PathEmpty::hostRequested), 0, Qt::AlignHCenter);
    add(PlainLabel::Tone::Muted,
        tr("Leave it running: drag over the timeline to look at a bad ten minutes; a changed route and the "
           "beginning and end of loss are noted with their times. What is watched is stored, to be opened "
           "again tomorrow."));
    column->addWidget(button(tr("Open a stored path…"), "openStored", &PathEmpty::storedRequested), 0,
                      Qt::AlignHCenter);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(column, 4);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
}

QPushButton *PathEmpty::button(const QString &text, const char *name, void (PathEmpty::*signal)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setMinimumSize(button->fontMetrics().averageCharWidth() * 24, button->fontMetrics().height() * 2);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

void PathEmpty::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace parallax
