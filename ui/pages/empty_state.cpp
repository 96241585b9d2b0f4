// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/empty_state.h"

#include "ui/widgets/plain_label.h"
#include "ui/widgets/qr_view.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <initializer_list>

namespace parallax {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_heading(new PlainLabel(PlainLabel::Tone::Large, this))
    , m_sentence(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_steps(new PlainLabel(PlainLabel::Tone::Muted, this))
    , m_code(new QrView(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("empty"));
    m_button->setObjectName(QStringLiteral("emptyButton"));
    m_button->setDefault(true);
    for (PlainLabel *label : {m_heading, m_sentence, m_steps}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_steps->setPlainText(
        tr("They press Start. Seconds later you see here whether a proxy or a VPN stands between."));
    m_button->setMinimumSize(m_button->fontMetrics().averageCharWidth() * 24,
                             m_button->fontMetrics().height() * 2);
    m_code->setFixedSize(m_code->sizeHint());
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addWidget(m_code, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_steps);
    auto *middle = new QWidget(this);
    middle->setLayout(column);
    middle->setMaximumWidth(640);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 4);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_listening)
            Q_EMIT copyRequested();
        else
            Q_EMIT startRequested();
    });
    setLink({});
}

void EmptyState::setLink(const QString &link)
{
    m_listening = !link.isEmpty();
    m_heading->setPlainText(m_listening ? tr("Send the link to whom you want to measure")
                                        : tr("Nobody can come yet"));
    m_sentence->setPlainText(m_listening ? tr("Any browser will do, on a phone too. Nothing is installed.")
                                         : tr("Press Start and Parallax gives you a link to send."));
    m_button->setText(m_listening ? tr("Copy the link") : tr("Start"));
    m_button->show();
    m_code->setText(link);
    m_code->setVisible(m_listening);
    m_steps->setVisible(m_listening);
}

void EmptyState::setRevoked()
{
    m_heading->setPlainText(tr("The link was revoked"));
    m_sentence->setPlainText(
        tr("Invitations have links of their own. Stop and Start make a new link for everyone."));
    for (QWidget *offer : std::initializer_list<QWidget *>{m_code, m_button, m_steps})
        offer->hide();
}

void EmptyState::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace parallax
