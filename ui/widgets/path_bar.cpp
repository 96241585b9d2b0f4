// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/path_bar.h"

#include "ui/dialogs/probe_dialog.h"
#include "ui/probe_settings.h"
#include "ui/shown_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QUrl>

#include <utility>

namespace parallax {

namespace {

constexpr int mostRemembered = 20;
constexpr int longestName = 253; // RFC 1035
constexpr int mostFlows = 32;
constexpr int branchFlows = 8; // find nearly every branch of what the Internet balances

} // namespace

QString hostIn(const QString &pasted)
{
    QString text = pasted.trimmed();
    if (text.contains(QLatin1String("://")))
        text = QUrl(text).host();
    else if (const auto slash = text.indexOf(QLatin1Char('/')); slash >= 0)
        text.truncate(slash);
    static const QRegularExpression withPort(QStringLiteral("^([^:]*|\\[.*\\]):[0-9]*$"));
    if (const auto found = withPort.match(text); found.hasMatch())
        text = found.captured(1);
    if (text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')))
        text = text.mid(1, text.size() - 2);
    const bool spaced = text.contains(QLatin1Char(' ')) || text.contains(QLatin1Char('\t'));
    return spaced || text.size() > longestName ? QString() : text;
}

PathBar::PathBar(QWidget *parent)
    : QWidget(parent)
    , m_host(new QComboBox(this))
    , m_method(new QComboBox(this))
    , m_port(new QSpinBox(this))
    , m_family(new QComboBox(this))
    , m_every(new QComboBox(this))
    , m_flows(new QSpinBox(this))
    , m_options(new QPushButton(this))
    , m_start(new QPushButton(tr("St&art"), this))
    , m_stop(new QPushButton(tr("Sto&p"), this))
{
    fill();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(m_host, 1);
    for (QWidget *each :
         {static_cast<QWidget *>(m_method), static_cast<QWidget *>(m_port), static_cast<QWidget *>(m_family),
          static_cast<QWidget *>(m_every), static_cast<QWidget *>(m_flows), static_cast<QWidget *>(m_options),
          static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_stop)})
        layout->addWidget(each);
    connect(m_host->lineEdit(), &QLineEdit::returnPressed, this, &PathBar::start);
    connect(m_options, &QPushButton::clicked, this, &PathBar::askProbes);
    connect(m_start, &QPushButton::clicked, this, &PathBar::start);
    connect(m_stop, &QPushButton::clicked, this, &PathBar::stopRequested);
    connect(m_method, &QComboBox::currentIndexChanged, this, &PathBar::showChoices);
    connect(m_every, &QComboBox::currentIndexChanged, this, &PathBar::adviseFlows);
    connect(m_host->lineEdit(), &QLineEdit::textChanged, this, &PathBar::allowStart);
    connect(m_host->lineEdit(), &QLineEdit::textEdited, this, [this] { m_typed = true; });
    m_start->setEnabled(false);
    setRunning(false);
    showChoices();
    setProbes({});
}

void PathBar::fill()
{
    m_host->setObjectName(QStringLiteral("host"));
    m_host->setAccessibleName(tr("Host name or address to trace"));
    m_host->setEditable(true);
    m_host->setInsertPolicy(QComboBox::NoInsert);
    m_host->setMinimumContentsLength(10);
    m_host->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_host->lineEdit()->setAccessibleName(m_host->accessibleName());
    m_host->lineEdit()->setPlaceholderText(tr("Host name or address"));
    m_method->setObjectName(QStringLiteral("method"));
    m_method->setAccessibleName(tr("Kind of the probes"));
    m_method->addItem(QStringLiteral("ICMP"), static_cast<int>(Method::IcmpEcho));
    m_method->addItem(QStringLiteral("UDP"), static_cast<int>(Method::UdpDatagram));
    m_method->addItem(QStringLiteral("TCP"), static_cast<int>(Method::TcpSyn));
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setAccessibleName(tr("Port of the probes"));
    m_port->setRange(0, 65535);
    m_family->setObjectName(QStringLiteral("family"));
    m_family->setAccessibleName(tr("IP version"));
    m_family->addItem(tr("IPv4 or 6"), static_cast<int>(AddressFamily::Any));
    m_family->addItem(QStringLiteral("IPv4"), static_cast<int>(AddressFamily::V4));
    m_family->addItem(QStringLiteral("IPv6"), static_cast<int>(AddressFamily::V6));
    m_every->setObjectName(QStringLiteral("every"));
    m_every->setAccessibleName(tr("How often"));
    m_every->addItem(tr("once"), 0);
    for (const int milliseconds : {200, 500, 1000, 2000, 5000, 10000, 60000})
        m_every->addItem(tr("every %1 s").arg(QLocale().toString(milliseconds / 1000.0)), milliseconds);
    m_every->setCurrentIndex(m_every->findData(1000));
    m_flows->setObjectName(QStringLiteral("flows"));
    m_flows->setAccessibleName(tr("Flows, to find the branches of load-balanced hops"));
    m_flows->setToolTip(m_flows->accessibleName());
    m_flows->setRange(1, mostFlows);
    const auto name = [this](int flows) { m_flows->setSuffix(flows == 1 ? tr(" flow") : tr(" flows")); };
    connect(m_flows, &QSpinBox::valueChanged, this, name);
    name(m_flows->value());
    m_options->setObjectName(QStringLiteral("probeOptions"));
    m_start->setObjectName(QStringLiteral("pathStart"));
    m_stop->setObjectName(QStringLiteral("pathStop"));
}

void PathBar::showChoices()
{
    const bool icmp = m_method->currentData().toInt() == static_cast<int>(Method::IcmpEcho);
    const TraceRequest usual{.method = static_cast<Method>(m_method->currentData().toInt())};
    m_port->setSpecialValueText(tr("port %1").arg(portOf(usual)));
    m_port->setVisible(!icmp);
}

/// All of them at once for one trace; a watch takes them in turns, so that more than one mixes their times.
void PathBar::adviseFlows()
{
    const bool once = m_every->currentData().toInt() == 0;
    if (std::exchange(m_once, once) != once)
        m_flows->setValue(once ? branchFlows : 1);
}

void PathBar::allowStart(const QString &text)
{
    const bool possible = !hostIn(text).isEmpty();
    if (!possible && m_start->hasFocus())
        m_host->setFocus(); // or Stop would have it next
    m_start->setEnabled(possible);
}

void PathBar::askProbes()
{
    ProbeDialog dialog(m_probes, this);
    if (dialog.exec() == QDialog::Accepted)
        setProbes(dialog.probes());
}

void PathBar::setProbes(const TraceRequest &probes)
{
    m_probes = probes;
    const QStringList changed = probe_settings::differences(probes);
    m_options->setText(changed.isEmpty() ? tr("&Options…") : tr("&Options (%1)…").arg(changed.size()));
    QStringList lines = changed;
    lines.prepend(changed.isEmpty() ? tr("Packet size, DSCP, time-out, TTLs and source of the probes")
                                    : tr("Not as usual:"));
    m_options->setToolTip(plainToolTip(lines.join(QLatin1Char('\n'))));
    m_options->setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

void PathBar::setRunning(bool running)
{
    m_stop->setEnabled(running);
}

void PathBar::setHost(const QString &host)
{
    if (m_typed && isAncestorOf(window()->focusWidget()))
        return;
    m_typed = false;
    m_host->setEditText(host);
}

void PathBar::focusHost()
{
    m_host->setFocus(Qt::ShortcutFocusReason);
    m_host->lineEdit()->selectAll();
}

TraceRequest PathBar::request() const
{
    const int every = m_every->currentData().toInt();
    const auto method = static_cast<Method>(m_method->currentData().toInt());
    TraceRequest request = m_probes;
    request.target = hostIn(m_host->currentText()).toStdString();
    request.kind = every == 0 ? TraceRequest::Kind::Trace : TraceRequest::Kind::Watch;
    request.method = method;
    request.family = static_cast<AddressFamily>(m_family->currentData().toInt());
    const auto source = IpAddress::parse(request.source);
    if (source && request.family == AddressFamily::Any)
        request.family = source.value().isV4() ? AddressFamily::V4 : AddressFamily::V6;
    if (method != Method::IcmpEcho)
        request.port = static_cast<std::uint16_t>(m_port->value());
    request.flows = m_flows->value();
    if (every == 0) {
        request.mtu = method != Method::TcpSyn;
    } else {
        request.interval = std::chrono::milliseconds(every);
    }
    return request;
}

void PathBar::start()
{
    const TraceRequest wanted = request();
    if (wanted.target.empty())
        return;
    const QString host = QString::fromStdString(wanted.target);
    QStringList hosts = history();
    hosts.removeAll(host);
    hosts.prepend(host);
    setHistory(hosts);
    m_host->setEditText(host);
    m_typed = false;
    Q_EMIT startRequested(wanted);
}

QStringList PathBar::history() const
{
    QStringList hosts;
    for (int i = 0; i < m_host->count(); ++i)
        hosts << m_host->itemText(i);
    return hosts;
}

void PathBar::setHistory(const QStringList &hosts)
{
    const QString typed = m_host->currentText();
    const QSignalBlocker quiet(m_host->lineEdit()); // without a host Start would lose the focus to Stop
    m_host->clear();
    m_host->addItems(hosts.mid(0, mostRemembered));
    m_host->setEditText(typed);
}

QVariantMap PathBar::choices() const
{
    return {{QStringLiteral("method"), m_method->currentText()}, // the same in every language
            {QStringLiteral("port"), m_port->value()},
            {QStringLiteral("family"), m_family->currentIndex()},
            {QStringLiteral("every_ms"), m_every->currentData()},
            {QStringLiteral("flows"), m_flows->value()}};
}

void PathBar::setChoices(const QVariantMap &values)
{
    const auto choose = [](QComboBox *box, int index) {
        if (index >= 0 && index < box->count())
            box->setCurrentIndex(index);
    };
    const auto whole = [&values](const char *name, int otherwise) {
        bool known = false;
        const int value = values.value(QLatin1String(name)).toInt(&known);
        return known ? value : otherwise;
    };
    choose(m_method, m_method->findText(values.value(QStringLiteral("method")).toString()));
    m_port->setValue(whole("port", m_port->value()));
    choose(m_family, whole("family", -1));
    choose(m_every, m_every->findData(whole("every_ms", -1)));
    m_flows->setValue(whole("flows", m_flows->value())); // last: the interval advises them
}

} // namespace parallax
