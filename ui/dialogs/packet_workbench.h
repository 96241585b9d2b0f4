// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_exchange.h"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QPushButton;
class QTableView;

namespace parallax {

class HexView;
class PacketAnswerModel;
class PacketFields;
class PlainLabel;
class SendBar;
class Words;

/// The packet workbench: a packet field by field with its bytes, what is dangerous about it, and its answers.
class PacketWorkbench : public QDialog
{
    Q_OBJECT

public:
    /// `words` is lent and must outlive the dialog.
    explicit PacketWorkbench(const Words &words, QWidget *parent = nullptr);

    void apply(const parallax::PacketUpdate &update);
    /// Asks for what is around the target; once somebody listens.
    void begin();

Q_SIGNALS:
    /// Answered with PacketSurroundingsFound.
    void surroundingsRequested(const parallax::IpAddress &target);
    /// Answered with PacketSent, PacketAnswered and PacketsDone, or PacketRefused.
    void sendRequested(const parallax::PacketRequest &request);
    void stopRequested();
    /// As pcapng: what was sent and came back, or the packet that was not sent.
    void saveRequested(const std::vector<parallax::SavedPacket> &packets);

private:
    void setUp();
    QWidget *bytesAndAnswers();
    QTableView *answerTable();
    void takeTemplate(int index);
    void takeEdit(const PacketFieldRow *row, const QString &text);
    void note(const PacketSurroundingsFound &found);
    void note(const PacketSent &sent);
    void note(const PacketAnswered &answered);
    void note(const PacketsDone &done);
    void note(const PacketRefused &refused);
    void refresh();
    void showFindings();
    void markChosen();
    void chooseByte(std::size_t index);
    void requestSend();
    void send();
    bool confirmed(const std::vector<PacketDanger> &dangers);
    void save();

    const Words &m_words;
    PacketDraft m_draft;
    AssembledPacket m_packet;
    PacketFindings m_findings;
    std::optional<IpAddress> m_asked; // whose surroundings were asked for last
    std::optional<PacketSurroundings> m_around; // of the draft's target
    IpAddress m_sentTo{}; // the draft may be for another by now
    std::vector<SentPacket> m_sent;
    std::chrono::milliseconds m_wait{};
    bool m_made = false; // the draft became the packet that is shown
    bool m_underWay = false;
    bool m_editRefused = false; // the last one; its draft is not what the user wrote
    bool m_sendOnceKnown = false; // when m_around is there

    QComboBox *m_templates;
    PacketFields *m_fields;
    PlainLabel *m_trouble;
    HexView *m_hex;
    PlainLabel *m_dangers;
    PlainLabel *m_hints;
    SendBar *m_bar;
    PlainLabel *m_status;
    PacketAnswerModel *m_answers;
    QPushButton *m_save = nullptr;
};

} // namespace parallax
