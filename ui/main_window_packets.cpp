// SPDX-License-Identifier: GPL-3.0-or-later
// The window's packet workbench: what it asks for, and what becomes of it.
#include "ui/dialogs/packet_workbench.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/main_window.h"

namespace parallax {

void MainWindow::showPacketWorkbench()
{
    if (!m_workbench) {
        m_workbench = new PacketWorkbench(m_words, this);
        connect(m_workbench, &PacketWorkbench::surroundingsRequested, this,
                &MainWindow::packetSurroundingsRequested);
        connect(m_workbench, &PacketWorkbench::sendRequested, this, &MainWindow::packetSendRequested);
        connect(m_workbench, &PacketWorkbench::stopRequested, this, &MainWindow::packetStopRequested);
        connect(m_workbench, &PacketWorkbench::saveRequested, this,
                [this](const std::vector<SavedPacket> &packets) {
                    const QString file = askPacketFile(m_workbench);
                    if (!file.isEmpty())
                        Q_EMIT packetsSaveRequested(file, packets);
                });
    }
    m_workbench->show();
    m_workbench->raise();
    m_workbench->activateWindow();
    m_workbench->begin(); // addresses and routes may have changed since it was open
}

void MainWindow::applyPackets(const QList<PacketUpdate> &updates)
{
    for (const PacketUpdate &update : updates) {
        if (m_workbench)
            m_workbench->apply(update);
    }
}

} // namespace parallax
