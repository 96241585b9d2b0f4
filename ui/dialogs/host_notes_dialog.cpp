// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/host_notes_dialog.h"

#include "core/text/words.h"
#include "ui/shown_text.h"
#include "ui/widgets/plain_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parallax {

HostNotesDialog::HostNotesDialog(const Words &words, const std::string &rules, QWidget *parent)
    : QDialog(parent)
    , m_words(words)
    , m_clock(new PlainLabel(PlainLabel::Tone::Strong, this))
    , m_rules(new QPlainTextEdit(QString::fromStdString(rules), this))
{
    setWindowTitle(tr("Host notes"));
    m_clock->setObjectName(QStringLiteral("hostClock"));
    m_clock->setRunning();
    m_clock->setPlainText(tr("Asking the time services of this machine…"));
    auto *matters = new PlainLabel(PlainLabel::Tone::Normal, this);
    matters->setRunning();
    matters->setPlainText(words.hostClockMatters());
    auto *firewall = new PlainLabel(PlainLabel::Tone::Normal, this);
    firewall->setRunning();
    firewall->setPlainText(words.firewallNote());
    m_rules->setObjectName(QStringLiteral("firewallRules"));
    m_rules->setAccessibleName(tr("Firewall rules for nftables"));
    m_rules->setReadOnly(true);
    m_rules->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_rules->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_rules->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy rules"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyRules"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_rules->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    for (QWidget *part : std::initializer_list<QWidget *>{m_clock, matters, firewall})
        layout->addWidget(part);
    layout->addWidget(m_rules, 1);
    layout->addWidget(buttons);
    resize(720, 360);
}

void HostNotesDialog::setClock(const HostClock &clock)
{
    HostClock shown = clock;
    shown.service.source = shownText(clock.service.source).toStdString();
    m_clock->setPlainText(m_words.hostClock(shown));
}

} // namespace parallax
