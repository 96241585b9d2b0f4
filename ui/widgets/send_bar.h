// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_dangers.h"

#include <QWidget>

class QPushButton;
class QSpinBox;

namespace parallax {

/// How often to send a packet and how long to wait; the buttons for it.
class SendBar : public QWidget
{
    Q_OBJECT

public:
    explicit SendBar(QWidget *parent = nullptr);

    PacketRepeat repeat() const;
    std::chrono::milliseconds wait() const;
    /// While packets are under way they can be stopped, and no other be sent.
    void setState(bool canSend, bool underWay);

Q_SIGNALS:
    void sendRequested();
    void stopRequested();
    void changed();

private:
    QSpinBox *m_count;
    QSpinBox *m_interval;
    QSpinBox *m_wait;
    QPushButton *m_send;
    QPushButton *m_stop;
};

} // namespace parallax
