// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/top_bar.h"

#include "core/base/ip_address.h"
#include "ui/marks.h"
#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>

#include <algorithm>

namespace parallax {

namespace {

/// Without the token, which may be a new one.
QString addressOf(const QString &link)
{
    return link.section(QLatin1String("/t/"), 0, 0);
}

bool isOfThisMachineOnly(const QString &link)
{
    const auto address = IpAddress::parse(QUrl(link).host().toStdString());
    return address && address.value().isLoopback();
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_mark(new MarkWidget(16, this))
    , m_word(new PlainLabel(PlainLabel::Tone::Strong, this))
    , m_links(new QComboBox(this))
    , m_copy(button(tr("&Copy"), QStringLiteral("copy"), &TopBar::copyRequested))
    , m_qr(button(tr("&QR code"), QStringLiteral("qr"), &TopBar::qrRequested))
    , m_invite(button(tr("&Invite…"), QStringLiteral("invite"), &TopBar::inviteRequested))
    , m_start(button(tr("&Start"), QStringLiteral("start"), &TopBar::startRequested))
    , m_stop(button(tr("&Stop"), QStringLiteral("stop"), &TopBar::stopRequested))
{
    m_word->setObjectName(QStringLiteral("state"));
    m_links->setObjectName(QStringLiteral("links"));
    m_links->setAccessibleName(tr("The link to send; there is one for each address of this machine"));
    m_links->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_links->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_links->setMinimumContentsLength(24);
    m_links->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy->setToolTip(tr("Copy the link"));
    m_qr->setToolTip(tr("Show the link as a QR code, for a phone's camera"));
    m_invite->setToolTip(tr("Make a link with a name and an end of its own"));
    connect(m_links, &QComboBox::currentTextChanged, this, &TopBar::linkChosen);
    connect(m_links, &QComboBox::textActivated, this,
            [this](const QString &link) { m_choice = addressOf(link); });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_mark);
    layout->addWidget(m_word);
    layout->addSpacing(6);
    layout->addWidget(m_links, 1);
    for (QPushButton *each : {m_copy, m_qr, m_invite})
        layout->addWidget(each);
    layout->addSpacing(14);
    layout->addWidget(m_start);
    layout->addWidget(m_stop);
    showState();
}

QPushButton *TopBar::button(const QString &text, const QString &name, void (TopBar::*requested)())
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(name);
    connect(made, &QPushButton::clicked, this, requested);
    return made;
}

void TopBar::setState(ServiceState state)
{
    m_state = state;
    showState();
}

void TopBar::setLinks(const QStringList &links)
{
    QStringList shown;
    for (int i = 0; i < m_links->count(); ++i)
        shown << m_links->itemText(i);
    if (links == shown)
        return;
    const QString before = m_links->currentText();
    const QSignalBlocker quiet(m_links);
    m_links->clear();
    m_links->addItems(links);
    const auto placeOf = [&](const QString &address) {
        const auto same = std::find_if(links.begin(), links.end(),
                                       [&](const QString &link) { return addressOf(link) == address; });
        return same == links.end() ? -1 : static_cast<int>(same - links.begin());
    };
    // While there was no network this machine's own was shown, and nobody chose it.
    const int shownBefore = isOfThisMachineOnly(before) ? -1 : placeOf(addressOf(before));
    const int chosen = placeOf(m_choice);
    m_links->setCurrentIndex(chosen >= 0 ? chosen : std::max(shownBefore, 0));
    m_links->setToolTip(links.size() > 1 ? tr("%n addresses; choose the one that the tester can reach",
                                              nullptr, static_cast<int>(links.size()))
                                         : QString());
    Q_EMIT linkChosen(m_links->currentText());
    showState();
}

void TopBar::setRevoked(bool revoked)
{
    m_revoked = revoked;
    showState();
}

QString TopBar::currentLink() const
{
    return m_links->currentText();
}

void TopBar::focusLinks()
{
    m_links->setFocus(Qt::ShortcutFocusReason);
}

void TopBar::showState()
{
    const bool listening = m_state == ServiceState::Listening;
    switch (m_state) {
    case ServiceState::Listening:
        m_mark->setMark(m_revoked ? Mark::Square : Mark::Disc,
                        strokeOf(m_revoked ? VerdictKind::Inconclusive : VerdictKind::Direct, palette()));
        m_word->setPlainText(m_revoked ? tr("Link revoked") : tr("Listening"));
        break;
    case ServiceState::Starting:
        m_mark->setMark(Mark::HalfDisc, strokeOf(Layer::WebSocket, palette()));
        m_word->setPlainText(tr("Starting…"));
        break;
    case ServiceState::Stopped:
        m_mark->setMark(Mark::Square, mutedText(palette()));
        m_word->setPlainText(tr("Stopped"));
        break;
    }
    const bool hasLink = listening && m_links->count() > 0;
    m_invite->setEnabled(hasLink);
    m_copy->setEnabled(hasLink && !m_revoked);
    m_qr->setEnabled(hasLink && !m_revoked);
    m_links->setEnabled(listening);
    showStartOrStop();
}

/// The button that is pressed is replaced by the other one: the keyboard stays in its place, unless the user
/// takes it elsewhere while there is nothing to press.
void TopBar::showStartOrStop()
{
    const bool listening = m_state == ServiceState::Listening;
    QPushButton *next = listening ? m_stop : m_start;
    const bool keepsFocus =
        m_start->hasFocus() || m_stop->hasFocus() || (m_keepsFocus && window()->focusWidget() == m_standIn);
    m_start->setVisible(!listening);
    m_start->setEnabled(m_state == ServiceState::Stopped);
    m_stop->setVisible(listening);
    if (keepsFocus && next->isEnabled())
        next->setFocus();
    m_keepsFocus = keepsFocus && !next->isEnabled();
    m_standIn = window()->focusWidget();
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showState();
}

} // namespace parallax
