// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clock_bar.h"

#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/shown_text.h"
#include "ui/theme.h"
#include "ui/widgets/path_bar.h"
#include "ui/widgets/plain_label.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <array>
#include <numeric>
#include <optional>

namespace parallax {

namespace {

constexpr std::array originals{ClockScheme::Raw, ClockScheme::Ewma, ClockScheme::Kalman, ClockScheme::Pid};
constexpr int stampScheme = 100; // not a frame's: STAMP, by the median
// Four clients of one machine stay below the limit of what one source may get beyond what it sent.
constexpr int usualInterval = 200; // ms
const QString loopback = QStringLiteral("127.0.0.1");

/// The port behind a host name or address, which may be none that there is. That of a link is its page's.
std::optional<int> portIn(const QString &typed)
{
    static const QRegularExpression withPort(QStringLiteral("^([^:/]*|\\[[^/]*\\]):([0-9]+)$"));
    const auto found = withPort.match(typed.trimmed());
    return found.hasMatch() ? std::optional(found.captured(2).toInt()) : std::nullopt; // 0: too large
}

bool canBeAsked(const QString &typed)
{
    const int port = portIn(typed).value_or(clockPort);
    return !hostIn(typed).isEmpty() && port > 0 && port <= 65535;
}

} // namespace

ClockBar::ClockBar(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_mark(new MarkWidget(12, this))
    , m_state(new PlainLabel(PlainLabel::Tone::Strong, this))
    , m_port(new QSpinBox(this))
    , m_others(new QCheckBox(tr("&Others may ask"), this))
    , m_start(button(tr("Start se&rver"), "clockServerStart"))
    , m_stop(button(tr("Stop se&rver"), "clockServerStop"))
    , m_command(new QLineEdit(this))
    , m_host(new QLineEdit(loopback, this))
    , m_scheme(new QComboBox(this))
    , m_every(new QComboBox(this))
    , m_add(button(tr("&Add client"), "clockAdd"))
    , m_four(button(tr("Add the fo&ur"), "clockFour"))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 4);
    layout->setSpacing(6);
    layout->addWidget(serverLine());
    layout->addWidget(clientLine());
    connect(m_start, &QPushButton::clicked, this, [this] {
        ClockServerRequest wanted{.port = static_cast<std::uint16_t>(m_port->value())};
        if (m_others->isChecked())
            wanted.bind = IpAddress{}; // every one, of both versions
        Q_EMIT serverStartRequested(wanted);
    });
    connect(m_stop, &QPushButton::clicked, this, &ClockBar::serverStopRequested);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT clientsRequested({request()}); });
    connect(m_four, &QPushButton::clicked, this, &ClockBar::addFour);
    connect(m_host, &QLineEdit::returnPressed, m_add, &QPushButton::click);
    connect(m_host, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_add->setEnabled(canBeAsked(text));
        m_four->setEnabled(canBeAsked(text));
    });
    setServer({});
}

QPushButton *ClockBar::button(const QString &text, const char *name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    return button;
}

QWidget *ClockBar::serverLine()
{
    m_state->setObjectName(QStringLiteral("clockServerState"));
    m_port->setObjectName(QStringLiteral("clockPort"));
    m_port->setAccessibleName(tr("UDP port of the clock server"));
    m_port->setToolTip(m_port->accessibleName());
    m_port->setRange(1, 65535);
    m_port->setValue(clockPort);
    m_others->setObjectName(QStringLiteral("clockOthers"));
    m_others->setToolTip(
        tr("Answers at every address of this machine. Otherwise only programs on it may ask: a "
           "question can be sent in somebody else's name."));
    m_command->setObjectName(QStringLiteral("clockCommand"));
    m_command->setAccessibleName(tr("Command that asks this server from elsewhere"));
    m_command->setReadOnly(true);
    auto *copy = button(tr("Copy co&mmand"), "clockCopy");
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(command()); });
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_mark);
    layout->addWidget(m_state);
    layout->addWidget(m_port);
    layout->addWidget(m_others);
    layout->addWidget(m_start);
    layout->addWidget(m_stop);
    layout->addWidget(m_command, 1);
    layout->addWidget(copy);
    auto *notes = button(tr("Host &notes…"), "clockNotes");
    notes->setToolTip(tr("What keeps this machine's clock, and the firewall rules that the ports need"));
    connect(notes, &QPushButton::clicked, this, &ClockBar::notesRequested);
    layout->addWidget(notes);
    return line;
}

QWidget *ClockBar::clientLine()
{
    m_host->setObjectName(QStringLiteral("clockHost"));
    m_host->setAccessibleName(tr("Clock server to ask: host name or address"));
    m_host->setPlaceholderText(tr("Host name or address"));
    m_scheme->setObjectName(QStringLiteral("clockScheme"));
    m_scheme->setAccessibleName(tr("How answers become an estimate"));
    for (const ClockScheme scheme : originals)
        m_scheme->addItem(m_words.clockScheme(scheme), static_cast<int>(scheme));
    m_scheme->addItem(m_words.clockScheme(ClockScheme::Median), static_cast<int>(ClockScheme::Median));
    m_scheme->addItem(tr("STAMP (four times)"), stampScheme);
    m_every->setObjectName(QStringLiteral("clockEvery"));
    m_every->setAccessibleName(tr("How often it asks"));
    m_every->addItem(tr("by the mean error: every 1, 2 or 5 s"), 0);
    for (const int milliseconds : {100, 200, 500, 1000, 5000})
        m_every->addItem(tr("every %1 s").arg(m_words.locale().toString(milliseconds / 1000.0)),
                         milliseconds);
    m_every->setCurrentIndex(m_every->findData(usualInterval));
    m_four->setToolTip(tr("Raw, EWMA, Kalman and PID at once: one clock, estimated in four ways"));
    auto *label = new PlainLabel(PlainLabel::Tone::Normal, this);
    label->setPlainText(tr("Ask"));
    label->setBuddy(m_host);
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_host, 1);
    layout->addWidget(m_scheme);
    layout->addWidget(m_every);
    layout->addWidget(m_add);
    layout->addWidget(m_four);
    auto *connections = button(tr("TCP…"), "clockTcp");
    connections->setToolTip(tr("A time and echo server over TCP, and its connections"));
    connect(connections, &QPushButton::clicked, this, &ClockBar::connectionsRequested);
    layout->addWidget(connections);
    return line;
}

void ClockBar::setServer(const ClockServerState &server)
{
    const bool serving = server.serving.has_value();
    m_server = server;
    m_mark->setMark(serving ? Mark::Disc : Mark::Square,
                    serving ? strokeOf(VerdictKind::Direct, palette())
                            : strokeOf(VerdictKind::Inconclusive, palette()));
    const auto refused = std::accumulate(server.counts.refused.begin(), server.counts.refused.end(), 0ULL);
    if (serving)
        m_state->setPlainText(
            refused == 0
                ? tr("Clock server: %1 answered").arg(server.counts.answered)
                : tr("Clock server: %1 answered, %2 refused").arg(server.counts.answered).arg(refused));
    else
        m_state->setPlainText(server.failed ? shownText(m_words.reason(*server.failed))
                                            : tr("No clock server here"));
    m_port->setEnabled(!serving);
    m_others->setEnabled(!serving);
    m_start->setVisible(!serving);
    m_stop->setVisible(serving);
    if (serving)
        m_port->setValue(server.serving->port);
    showCommand();
}

void ClockBar::setShareHost(const QString &host)
{
    if (host == m_shareHost)
        return; // or a part of the command that is chosen would be no more
    m_shareHost = host;
    showCommand();
}

std::uint16_t ClockBar::port() const
{
    return static_cast<std::uint16_t>(m_port->value());
}

QString ClockBar::command() const
{
    const bool everywhere = m_server.serving && m_server.serving->address.isUnspecified();
    const QString host = m_shareHost.isEmpty() ? QStringLiteral("HOST") : m_shareHost;
    return QStringLiteral("parallax-cli clock client %1 --port %2 --mode all --interval 200 --count 300")
        .arg(everywhere ? host : loopback)
        .arg(m_port->value());
}

void ClockBar::showCommand()
{
    const QString text = m_server.serving ? command() : QString();
    m_command->setToolTip(
        m_shareHost.isEmpty()
            ? tr("Run this on another machine to ask this server; HOST is an address of this machine")
            : tr("Run this on another machine to ask this server"));
    m_command->setPlaceholderText(
        tr("The command to ask from elsewhere is shown here while the server runs"));
    if (m_command->text() == text)
        return; // may be selected
    m_command->setText(text);
    m_command->setCursorPosition(0);
}

ClockRequest ClockBar::request() const
{
    const int scheme = m_scheme->currentData().toInt();
    ClockRequest wanted{.host = hostIn(m_host->text()).toStdString(),
                        .port = static_cast<std::uint16_t>(portIn(m_host->text()).value_or(m_port->value())),
                        .interval = std::chrono::milliseconds(m_every->currentData().toInt())};
    wanted.kind = scheme == stampScheme ? ClockExchangeKind::Stamp : ClockExchangeKind::Frame;
    wanted.scheme = scheme == stampScheme ? ClockScheme::Median : static_cast<ClockScheme>(scheme);
    return wanted;
}

void ClockBar::addFour()
{
    std::vector<ClockRequest> wanted;
    for (const ClockScheme scheme : originals) {
        wanted.push_back(request());
        wanted.back().kind = ClockExchangeKind::Frame;
        wanted.back().scheme = scheme;
    }
    Q_EMIT clientsRequested(wanted);
}

} // namespace parallax
