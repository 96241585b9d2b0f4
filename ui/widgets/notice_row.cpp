// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_row.h"

#include "ui/marks.h"
#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace parallax {

NoticeRow::NoticeRow(QWidget *parent)
    : QWidget(parent)
    , m_mark(new MarkWidget(16, this))
    , m_sentence(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_copy(new QToolButton(this))
{
    m_sentence->setRunning();
    m_copy->setText(tr("Copy the command"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->hide();
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command); });
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeNotice"));
    close->setText(tr("Close"));
    close->setAccessibleName(tr("Close this message"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &NoticeRow::closed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(m_mark, 0, Qt::AlignVCenter);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_copy, 0, Qt::AlignVCenter);
    layout->addWidget(close, 0, Qt::AlignVCenter);
    recolour();
}

void NoticeRow::setSentence(const QString &sentence)
{
    m_sentence->setPlainText(sentence);
    setAccessibleName(sentence);
}

void NoticeRow::setCommand(const QString &command)
{
    m_command = command;
    m_copy->setVisible(!command.isEmpty());
}

QString NoticeRow::sentence() const
{
    return m_sentence->text();
}

void NoticeRow::recolour()
{
    m_mark->setMark(Mark::Triangle, strokeOf(VerdictKind::Proxy, palette()));
    update();
}

void NoticeRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void NoticeRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tint(fillOf(Layer::WebSocket), palette()));
    painter.setPen(gridLine(palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace parallax
