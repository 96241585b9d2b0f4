// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tcp_server_dialog.h"

#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/models/tcp_connection_model.h"
#include "ui/row_table.h"
#include "ui/shown_text.h"
#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace parallax {

TcpServerDialog::TcpServerDialog(const Words &words, QWidget *parent)
    : QDialog(parent)
    , m_words(words)
    , m_mark(new MarkWidget(12, this))
    , m_state(new PlainLabel(PlainLabel::Tone::Strong, this))
    , m_port(new QSpinBox(this))
    , m_others(new QCheckBox(tr("&Others may connect"), this))
    , m_start(new QPushButton(tr("&Start server"), this))
    , m_stop(new QPushButton(tr("&Stop server"), this))
    , m_counts(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_model(new TcpConnectionModel(words, this))
    , m_table(new QTableView(this))
    , m_command(new QLineEdit(this))
{
    setWindowTitle(tr("TCP connections"));
    auto *about = new PlainLabel(PlainLabel::Tone::Muted, this);
    about->setRunning();
    about->setPlainText(
        tr("A time and echo server: the line “time” is answered with the time of this machine, every other "
           "line with itself. A few threads share all connections."));
    m_counts->setObjectName(QStringLiteral("tcpCounts"));
    m_command->setObjectName(QStringLiteral("tcpCommand"));
    m_command->setAccessibleName(tr("Command that connects to this server from elsewhere"));
    m_command->setReadOnly(true);
    m_command->setPlaceholderText(tr("The command to connect is shown here while the server runs"));
    setUpTable();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    for (QWidget *part :
         std::initializer_list<QWidget *>{about, serverLine(), m_counts, m_table, m_command, buttons})
        layout->addWidget(part, part == m_table ? 1 : 0);
    setServer({});
    resize(820, 460);
}

QWidget *TcpServerDialog::serverLine()
{
    m_state->setObjectName(QStringLiteral("tcpState"));
    m_port->setObjectName(QStringLiteral("tcpPort"));
    m_port->setAccessibleName(tr("TCP port of the time server"));
    m_port->setToolTip(m_port->accessibleName());
    m_port->setRange(1, 65535);
    m_port->setValue(tcpClockPort);
    m_others->setObjectName(QStringLiteral("tcpOthers"));
    m_others->setToolTip(
        tr("Listens at every address of this machine. Otherwise only programs on it may connect."));
    m_start->setObjectName(QStringLiteral("tcpStart"));
    m_stop->setObjectName(QStringLiteral("tcpStop"));
    connect(m_start, &QPushButton::clicked, this, [this] {
        TcpServerRequest wanted{.port = static_cast<std::uint16_t>(m_port->value())};
        if (m_others->isChecked())
            wanted.bind = IpAddress{}; // every one, of both versions
        Q_EMIT startRequested(wanted);
    });
    connect(m_stop, &QPushButton::clicked, this, &TcpServerDialog::stopRequested);
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_mark);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_port);
    layout->addWidget(m_others);
    layout->addWidget(m_start);
    layout->addWidget(m_stop);
    return line;
}

void TcpServerDialog::setUpTable()
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(TcpConnectionModel::SortRole);
    m_table->setObjectName(QStringLiteral("tcpTable"));
    m_table->setAccessibleName(tr("Connections and their counts"));
    m_table->setModel(sorted);
    showAsRows(*m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TcpConnectionModel::Number, Qt::DescendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(TcpConnectionModel::Number, fontMetrics().horizontalAdvance(u'0') * 8);
    m_table->setColumnWidth(TcpConnectionModel::Client, fontMetrics().horizontalAdvance(u'0') * 24);
}

void TcpServerDialog::showState(const TcpClockState &server)
{
    const bool serving = server.serving().has_value();
    m_mark->setMark(serving ? Mark::Disc : Mark::Square,
                    serving ? strokeOf(VerdictKind::Direct, palette())
                            : strokeOf(VerdictKind::Inconclusive, palette()));
    m_state->setPlainText(serving               ? tr("TCP server runs")
                              : server.failed() ? shownText(m_words.reason(*server.failed()))
                                                : tr("No TCP server here"));
    m_port->setEnabled(!serving);
    m_others->setEnabled(!serving);
    m_start->setVisible(!serving);
    m_stop->setVisible(serving);
    if (!serving) {
        m_command->clear();
        return;
    }
    m_port->setValue(server.serving()->port);
    const bool everywhere = server.serving()->address.isUnspecified();
    const QString host = m_shareHost.isEmpty() ? QStringLiteral("HOST") : m_shareHost;
    const QString command = QStringLiteral("parallax-cli clock tcp-client %1 --port %2 --connections 100")
                                .arg(everywhere ? host : QStringLiteral("127.0.0.1"))
                                .arg(server.serving()->port);
    m_command->setToolTip(
        m_shareHost.isEmpty()
            ? tr("Run this on another machine to connect to this server; HOST is an address of this machine")
            : tr("Run this on another machine to connect to this server"));
    if (m_command->text() == command)
        return; // may be selected
    m_command->setText(command);
    m_command->setCursorPosition(0);
}

void TcpServerDialog::setServer(const TcpClockState &server)
{
    showState(server);
    const auto count = [this](std::uint64_t value) {
        return m_words.locale().toString(static_cast<qulonglong>(value));
    };
    const TcpClockTotals &totals = server.totals();
    m_counts->setPlainText(
        tr("%1 open of %2 connections so far, %3 refused; %4 requests")
            .arg(count(totals.open), count(totals.accepted), count(totals.refused), count(totals.requests)));
    m_model->setConnections(server.connections());
}

} // namespace parallax
