// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/probe_dialog.h"

#include "ui/probe_settings.h"
#include "ui/widgets/plain_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace parallax {

namespace {

constexpr int usualLength = probe_settings::leastLength - 1; // stands for it in the field
constexpr int waitDecimals = 3;
constexpr double waitStep = 0.5; // seconds

} // namespace

ProbeDialog::ProbeDialog(const TraceRequest &now, QWidget *parent)
    : QDialog(parent)
    , m_length(new QSpinBox(this))
    , m_dscp(new QComboBox(this))
    , m_wait(new QDoubleSpinBox(this))
    , m_firstTtl(new QSpinBox(this))
    , m_maxTtl(new QSpinBox(this))
    , m_source(new QLineEdit(this))
    , m_device(new QLineEdit(this))
    , m_trouble(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this))
{
    setObjectName(QStringLiteral("probeDialog"));
    setWindowTitle(tr("Options of the probes"));
    auto *note = new PlainLabel(PlainLabel::Tone::Muted, this);
    note->setWordWrap(true);
    note->setPlainText(tr("For what is started from now on, and remembered for the next time."));
    auto *form = new QFormLayout(this);
    addNumbers(*form);
    addOrigin(*form);
    form->addRow(m_trouble);
    form->addRow(note);
    form->addRow(m_buttons);
    QPushButton *usual = m_buttons->button(QDialogButtonBox::RestoreDefaults);
    usual->setText(tr("Restore &defaults"));
    usual->setObjectName(QStringLiteral("probeDefaults"));
    usual->setAutoDefault(false);
    connect(usual, &QPushButton::clicked, this, [this] { showProbes(TraceRequest{}); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showProbes(now);
    check();
}

void ProbeDialog::addNumbers(QFormLayout &form)
{
    m_length->setObjectName(QStringLiteral("probeLength"));
    m_length->setRange(usualLength, probe_settings::mostLength);
    m_length->setSpecialValueText(tr("as usual"));
    m_length->setSuffix(tr(" bytes"));
    m_length->setToolTip(
        tr("The whole IP packet by ICMP or UDP, never fragmented: 60 bytes by IPv4 and 80 by "
           "IPv6 as usual. A TCP SYN carries no data."));
    m_dscp->setObjectName(QStringLiteral("probeDscp"));
    for (int dscp = 0; dscp < probe_settings::dscpValues; ++dscp)
        m_dscp->addItem(probe_settings::dscpName(dscp), dscp);
    m_dscp->setToolTip(tr("The class that the probes ask routers for; the command line's --tos is four times "
                          "its number"));
    m_wait->setObjectName(QStringLiteral("probeWait"));
    m_wait->setDecimals(waitDecimals);
    m_wait->setRange(probe_settings::leastWait / 1000.0, probe_settings::mostWait / 1000.0);
    m_wait->setSingleStep(waitStep);
    m_wait->setSuffix(tr(" s"));
    m_wait->setToolTip(tr("An answer that comes later counts as lost"));
    m_firstTtl->setObjectName(QStringLiteral("probeFirstTtl"));
    m_firstTtl->setRange(1, probe_settings::mostTtl);
    m_maxTtl->setObjectName(QStringLiteral("probeMaxTtl"));
    m_maxTtl->setRange(1, probe_settings::mostTtl);
    connect(m_firstTtl, &QSpinBox::valueChanged, m_maxTtl, &QSpinBox::setMinimum);
    form.addRow(tr("&Packet size"), m_length);
    form.addRow(tr("D&SCP"), m_dscp);
    form.addRow(tr("&Time-out"), m_wait);
    form.addRow(tr("&First TTL"), m_firstTtl);
    form.addRow(tr("&Largest TTL"), m_maxTtl);
}

void ProbeDialog::addOrigin(QFormLayout &form)
{
    m_source->setObjectName(QStringLiteral("probeSource"));
    m_source->setPlaceholderText(tr("as the routes say"));
    m_source->setToolTip(tr("An address of this machine, which the probes leave from"));
    m_source->setClearButtonEnabled(true);
    m_device->setObjectName(QStringLiteral("probeDevice"));
    m_device->setPlaceholderText(m_source->placeholderText());
    m_device->setToolTip(tr("A network device of this machine, such as eth0"));
    m_device->setMaxLength(probe_settings::longestDevice);
    m_device->setClearButtonEnabled(true);
    m_trouble->setObjectName(QStringLiteral("probeTrouble"));
    m_trouble->setPlainText(tr("The source must be an IP address."));
    connect(m_source, &QLineEdit::textChanged, this, &ProbeDialog::check);
    form.addRow(tr("Source &address"), m_source);
    form.addRow(tr("&Network device"), m_device);
}

void ProbeDialog::showProbes(const TraceRequest &probes)
{
    m_length->setValue(probes.length == 0 ? usualLength : probes.length);
    m_dscp->setCurrentIndex(probes.tos >> probe_settings::ecnBits);
    m_wait->setValue(toMilliseconds(probes.longestWait) / 1000.0);
    m_firstTtl->setValue(probes.firstTtl);
    m_maxTtl->setValue(probes.maxTtl);
    m_source->setText(QString::fromStdString(probes.source));
    m_device->setText(QString::fromStdString(probes.interface));
}

void ProbeDialog::check()
{
    const std::string source = probes().source;
    const bool good = source.empty() || IpAddress::parse(source);
    m_trouble->setVisible(!good);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(good);
}

TraceRequest ProbeDialog::probes() const
{
    TraceRequest request;
    if (m_length->value() != usualLength)
        request.length = static_cast<std::uint16_t>(m_length->value());
    request.tos = static_cast<std::uint8_t>(m_dscp->currentIndex() << probe_settings::ecnBits);
    probe_settings::setLongestWait(request, std::chrono::milliseconds(std::lround(m_wait->value() * 1000.0)));
    request.firstTtl = m_firstTtl->value();
    request.maxTtl = m_maxTtl->value();
    request.source = m_source->text().trimmed().toStdString();
    request.interface = m_device->text().trimmed().toStdString();
    return request;
}

} // namespace parallax
