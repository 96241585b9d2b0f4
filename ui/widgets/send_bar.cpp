// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/send_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace parallax {

namespace {

QSpinBox *addNumber(QHBoxLayout &row, const QString &title, const char *name, int least, int most)
{
    auto *number = new QSpinBox;
    auto *label = new QLabel(title);
    label->setBuddy(number);
    number->setObjectName(QLatin1String(name));
    number->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    number->setRange(least, most);
    row.addWidget(label);
    row.addWidget(number);
    return number;
}

} // namespace

SendBar::SendBar(QWidget *parent)
    : QWidget(parent)
    , m_send(new QPushButton(tr("&Send"), this))
    , m_stop(new QPushButton(tr("S&top"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_count = addNumber(*row, tr("&Copies"), "packetCount", 1, mostPackets);
    m_interval =
        addNumber(*row, tr("e&very"), "packetInterval", static_cast<int>(leastPacketInterval.count()),
                  static_cast<int>(longestPacketInterval.count()));
    m_interval->setSuffix(tr(" ms"));
    m_interval->setValue(static_cast<int>(PacketRepeat{}.interval.count()));
    m_wait = addNumber(
        *row, tr("&wait"), "packetWait", 0,
        static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(longestPacketWait).count()));
    m_wait->setSuffix(tr(" s"));
    m_wait->setValue(2);
    row->addStretch(1);
    row->addWidget(m_send);
    row->addWidget(m_stop);
    m_send->setObjectName(QStringLiteral("packetSend"));
    m_stop->setObjectName(QStringLiteral("packetStop"));
    for (QPushButton *button : {m_send, m_stop})
        button->setAutoDefault(false); // Enter in a field must not send
    for (QSpinBox *number : {m_count, m_interval})
        connect(number, &QSpinBox::valueChanged, this, &SendBar::changed);
    connect(m_send, &QPushButton::clicked, this, &SendBar::sendRequested);
    connect(m_stop, &QPushButton::clicked, this, &SendBar::stopRequested);
}

PacketRepeat SendBar::repeat() const
{
    return {.count = m_count->value(), .interval = std::chrono::milliseconds(m_interval->value())};
}

std::chrono::milliseconds SendBar::wait() const
{
    return std::chrono::seconds(m_wait->value());
}

void SendBar::setState(bool canSend, bool underWay)
{
    m_send->setEnabled(canSend && !underWay);
    m_stop->setEnabled(underWay);
}

} // namespace parallax
