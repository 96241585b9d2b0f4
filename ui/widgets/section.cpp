// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section.h"

#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace parallax {

Section::Section(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
{
    auto *heading = new PlainLabel(PlainLabel::Tone::Strong, this);
    heading->setPlainText(title);
    heading->setBuddy(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addWidget(onPaper(content), 1);
}

Paper::Paper(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

QWidget *onPaper(QWidget *content)
{
    auto *paper = new Paper;
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(content);
    return paper;
}

void Paper::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setPen(gridLine(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace parallax
