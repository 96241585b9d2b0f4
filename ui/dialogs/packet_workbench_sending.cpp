// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the workbench, and what it hears of that.
#include "core/data/saved_packets.h"
#include "core/text/words.h"
#include "ui/dialogs/packet_workbench.h"
#include "ui/models/packet_answer_model.h"
#include "ui/shown_text.h"
#include "ui/widgets/packet_fields.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/send_bar.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace parallax {

/// Of what the screen shows: what stands in an open editor counts (Alt+S leaves it open).
void PacketWorkbench::requestSend()
{
    m_fields->finishEdit();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // the edit, which is queued
    if (std::exchange(m_editRefused, false))
        return m_status->setPlainText(tr("Not sent: %1").arg(m_trouble->text()));
    m_sendOnceKnown = !m_around; // the edit was a new target
    if (m_made && m_around)
        send();
}

void PacketWorkbench::send()
{
    const std::vector<PacketDanger> dangers = m_findings.dangers;
    if (!dangers.empty() && !confirmed(dangers))
        return;
    m_wait = m_bar->wait();
    m_sentTo = m_draft.target();
    m_sent.clear();
    m_answers->clear();
    m_underWay = true;
    m_status->setPlainText(tr("Sending…"));
    showFindings();
    Q_EMIT sendRequested({.draft = m_draft, .repeat = m_bar->repeat(), .wait = m_wait, .confirmed = dangers});
}

bool PacketWorkbench::confirmed(const std::vector<PacketDanger> &dangers)
{
    QString text = tr("This packet may do harm:");
    for (const PacketDanger danger : dangers)
        text += QStringLiteral("\n\n▲ ") + m_words.packetDanger(danger);
    QMessageBox box(QMessageBox::Warning, tr("Send a dangerous packet"),
                    text + QStringLiteral("\n\n") + tr("Send it only where you are allowed to."),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    QPushButton *nevertheless = box.addButton(tr("&Send nevertheless"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == static_cast<QAbstractButton *>(nevertheless);
}

void PacketWorkbench::apply(const PacketUpdate &update)
{
    std::visit([this](const auto &news) { note(news); }, update);
}

void PacketWorkbench::note(const PacketSurroundingsFound &found)
{
    if (found.surroundings.target != m_draft.target())
        return; // of a target before
    m_around = found.surroundings;
    refresh();
    if (std::exchange(m_sendOnceKnown, false) && m_made && isVisible())
        send();
}

void PacketWorkbench::note(const PacketSent &sent)
{
    m_sent.push_back(sent.packet);
    m_status->setPlainText(tr("Sent %1 bytes to %2; waiting for answers…")
                               .arg(sent.packet.bytes.size())
                               .arg(QString::fromStdString(m_sentTo.toString())));
}

void PacketWorkbench::note(const PacketAnswered &answered)
{
    m_answers->add(answered.answer);
}

void PacketWorkbench::note(const PacketsDone &done)
{
    m_underWay = false;
    m_status->setPlainText(done.answers > 0   ? tr("Sent: %1, answers: %2").arg(done.sent).arg(done.answers)
                               : done.stopped ? m_words.noPacketAnswerYet()
                                              : m_words.noPacketAnswer(m_wait));
    showFindings();
}

void PacketWorkbench::note(const PacketRefused &refused)
{
    m_underWay = false;
    const QString why = shownText(m_words.reason(refused.error));
    m_status->setPlainText(m_sent.empty() ? tr("Not sent: %1").arg(why)
                                          : tr("Sent: %1, then: %2").arg(m_sent.size()).arg(why));
    begin(); // this machine's addresses, and so the dangers, may be others than it was judged by
    showFindings();
}

void PacketWorkbench::save()
{
    if (m_sent.empty())
        Q_EMIT saveRequested({{.at = wallClock(), .bytes = m_packet.bytes, .comment = "not sent"}});
    else
        Q_EMIT saveRequested(savedExchange(m_sent, m_answers->answers()));
}

} // namespace parallax
