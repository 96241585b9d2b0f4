// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/packet_workbench.h"

#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"
#include "core/text/words.h"
#include "ui/models/packet_answer_model.h"
#include "ui/row_table.h"
#include "ui/shown_text.h"
#include "ui/widgets/hex_view.h"
#include "ui/widgets/packet_fields.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/send_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

namespace {

constexpr QSize wholeSize(1000, 600);
constexpr int fieldsWidth = 400;

} // namespace

PacketWorkbench::PacketWorkbench(const Words &words, QWidget *parent)
    : QDialog(parent)
    , m_words(words)
    , m_templates(new QComboBox(this))
    , m_fields(new PacketFields(words, this))
    , m_trouble(new PlainLabel(PlainLabel::Tone::Strong, this))
    , m_hex(new HexView(this))
    , m_dangers(new PlainLabel(PlainLabel::Tone::Strong, this))
    , m_hints(new PlainLabel(PlainLabel::Tone::Muted, this))
    , m_bar(new SendBar(this))
    , m_status(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_answers(new PacketAnswerModel(words, this))
{
    setObjectName(QStringLiteral("packetWorkbench"));
    setWindowTitle(tr("Packet workbench"));
    setUp();
    connect(m_templates, &QComboBox::currentIndexChanged, this, &PacketWorkbench::takeTemplate);
    connect(m_fields, &PacketFields::edited, this, &PacketWorkbench::takeEdit, Qt::QueuedConnection);
    connect(m_fields, &PacketFields::chosenChanged, this, &PacketWorkbench::markChosen);
    connect(m_hex, &HexView::byteChosen, this, &PacketWorkbench::chooseByte);
    connect(m_bar, &SendBar::changed, this, &PacketWorkbench::refresh);
    connect(m_bar, &SendBar::sendRequested, this, &PacketWorkbench::requestSend);
    connect(m_bar, &SendBar::stopRequested, this, &PacketWorkbench::stopRequested);
    takeTemplate(m_templates->currentIndex());
}

void PacketWorkbench::setUp()
{
    for (const PacketTemplate &each : packetTemplates())
        m_templates->addItem(m_words.packetTemplate(each.name));
    m_templates->setObjectName(QStringLiteral("packetTemplate"));
    auto *title = new QLabel(tr("&Begin with"), this);
    title->setBuddy(m_templates);
    auto *top = new QHBoxLayout;
    top->addWidget(title);
    top->addWidget(m_templates);
    top->addStretch(1);
    m_fields->setObjectName(QStringLiteral("packetFields"));
    auto *parts = new QSplitter(Qt::Horizontal, this);
    parts->addWidget(m_fields);
    parts->addWidget(bytesAndAnswers());
    parts->setChildrenCollapsible(false);
    parts->setStretchFactor(1, 1);
    parts->setSizes({fieldsWidth, wholeSize.width() - fieldsWidth});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("Save as &pcapng…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("packetSave"));
    for (QPushButton *button : {m_save, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, &PacketWorkbench::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(parts, 1);
    layout->addWidget(buttons);
    resize(wholeSize);
}

QWidget *PacketWorkbench::bytesAndAnswers()
{
    m_hex->setObjectName(QStringLiteral("packetBytes"));
    m_hex->setAccessibleName(tr("Bytes of the packet"));
    m_trouble->setObjectName(QStringLiteral("packetTrouble"));
    m_dangers->setObjectName(QStringLiteral("packetDangers"));
    m_hints->setObjectName(QStringLiteral("packetHints"));
    m_status->setObjectName(QStringLiteral("packetStatus"));
    for (PlainLabel *label : {m_trouble, m_dangers, m_hints, m_status})
        label->setRunning();
    m_status->setPlainText(tr("Nothing has been sent."));
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_hex, 2);
    for (QWidget *part : std::initializer_list<QWidget *>{m_trouble, m_dangers, m_hints, m_bar, m_status})
        column->addWidget(part);
    column->addWidget(answerTable(), 3);
    return right;
}

QTableView *PacketWorkbench::answerTable()
{
    auto *table = new QTableView(this);
    table->setObjectName(QStringLiteral("packetAnswers"));
    table->setAccessibleName(tr("Answers"));
    table->setModel(m_answers);
    showAsRows(*table);
    table->horizontalHeader()->setSectionResizeMode(PacketAnswerModel::Answer, QHeaderView::Stretch);
    const auto room = [&](int column, const char *widest) {
        table->setColumnWidth(column, fontMetrics().horizontalAdvance(QLatin1String(widest)));
    };
    room(PacketAnswerModel::Moment, "00:00:00.000 0");
    room(PacketAnswerModel::From, "000.000.000.000 0");
    room(PacketAnswerModel::After, "After, ms 00");
    room(PacketAnswerModel::Ttl, "000 00");
    return table;
}

void PacketWorkbench::begin()
{
    m_sendOnceKnown = false;
    if (m_around && m_around->target != m_draft.target())
        m_around.reset();
    m_asked = m_draft.target();
    Q_EMIT surroundingsRequested(*m_asked);
}

/// Keeps whom the packet is for, unless the template is for somebody.
void PacketWorkbench::takeTemplate(int index)
{
    const auto templates = packetTemplates();
    if (index < 0 || static_cast<std::size_t>(index) >= templates.size())
        return;
    PacketDraft draft = draftFrom(templates[static_cast<std::size_t>(index)].name).value_or(PacketDraft{});
    const auto target = m_draft.given.find(PacketField::Target);
    if (target != m_draft.given.end() && !draft.given.contains(PacketField::Target))
        draft.given.insert(*target);
    m_draft = std::move(draft);
    m_editRefused = false;
    m_sendOnceKnown = false;
    m_trouble->hide();
    refresh();
}

void PacketWorkbench::takeEdit(const PacketFieldRow *row, const QString &text)
{
    const auto set = setPacketField(m_draft, row->name, text.toStdString());
    m_trouble->setPlainText(
        tr("%1: %2").arg(m_words.packetField(row->field), m_words.packetFieldTakes(*row)));
    m_trouble->setVisible(!set);
    m_editRefused = !set;
    m_sendOnceKnown = false;
    refresh();
}

void PacketWorkbench::refresh()
{
    if (m_asked && m_asked != m_draft.target())
        begin();
    const IpAddress source = m_around ? m_around->source.value_or(IpAddress{}) : IpAddress{};
    auto packet = assemble(m_draft, source);
    m_made = static_cast<bool>(packet);
    if (packet) {
        m_packet = std::move(packet).value();
        m_hex->setBytes(m_packet.bytes);
    } else {
        m_trouble->setPlainText(shownText(m_words.reason(packet.error())));
        m_trouble->show();
    }
    m_fields->setPacket(m_draft, m_packet);
    markChosen();
    showFindings();
}

void PacketWorkbench::showFindings()
{
    m_findings = judgePacket(m_draft, m_packet, m_bar->repeat(), m_around.value_or(PacketSurroundings{}));
    QStringList dangers;
    for (const PacketDanger danger : m_findings.dangers)
        dangers << QStringLiteral("▲ ") + m_words.packetDanger(danger);
    QStringList hints;
    for (const PacketHint hint : m_findings.hints) {
        if (m_around || hint != PacketHint::SourceUnknown)
            hints << m_words.packetHint(hint);
    }
    m_dangers->setPlainText(dangers.join(QLatin1Char('\n')));
    m_dangers->setVisible(m_around && !dangers.isEmpty());
    m_hints->setPlainText(hints.join(QLatin1Char('\n')));
    m_hints->setVisible(!hints.isEmpty());
    // Not off while a new target is asked for: a click that takes the edit of one would find it off.
    m_bar->setState(m_made && (m_around || m_asked), m_underWay);
    m_save->setEnabled(m_made || !m_sent.empty()); // the bytes of a draft before are not what the fields say
}

void PacketWorkbench::markChosen()
{
    const auto field = m_fields->chosen();
    const PlacedField *placed = field ? m_packet.find(*field) : nullptr;
    m_hex->mark(placed ? placed->firstBit : 0, placed ? placed->bits : 0);
}

void PacketWorkbench::chooseByte(std::size_t index)
{
    const auto found =
        std::find_if(m_packet.fields.begin(), m_packet.fields.end(), [index](const auto &field) {
            return field.bits > 0 && index >= field.firstBit / 8 && index * 8 < field.firstBit + field.bits;
        });
    if (found != m_packet.fields.end())
        m_fields->choose(found->row->field);
}

} // namespace parallax
