// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/street.h"

#include "tests/network/namespaces.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace parallax::lab {

namespace {

constexpr auto cableLife = "3600"; // seconds: longer than any test, shorter than a forgotten one

const QByteArray natRules = R"(
table ip nat {
    chain postrouting { type nat hook postrouting priority srcnat; oifname "left" masquerade; }
}
table inet filter {
    chain forward { type filter hook forward priority filter; meta nfproto ipv4 ct state invalid drop; }
}
)";

const QByteArray silenceRules = R"(
table inet silence {
    chain output {
        type filter hook output priority filter;
        icmp type time-exceeded drop
        icmpv6 type time-exceeded drop
    }
}
)";

const QByteArray stingyRules = R"(
table ip stingy {
    chain output {
        type filter hook output priority filter;
        icmp type time-exceeded limit rate 1/second burst 1 packets accept
        icmp type time-exceeded drop
    }
}
)";

QStringList words(const QString &command)
{
    return command.split(QLatin1Char(' '));
}

Result<void> toVoid(const Result<QByteArray> &result)
{
    return result ? Result<void>() : result.error();
}

QString cableArgument(const QString &left, const QString &right, const Cable &cable, unsigned seed)
{
    return QStringLiteral(
               "left=%1,right=%2,delay_us=%3,jitter_us=%4,loss=%5,reorder=%6,hold_acks_us=%7,seed=%8")
        .arg(left, right)
        .arg(cable.delay.count())
        .arg(cable.jitterMean.count())
        .arg(cable.loss)
        .arg(cable.reorder)
        .arg(cable.holdAcks.count())
        .arg(seed);
}

} // namespace

StreetPlan StreetPlan::farther(int factor) const
{
    StreetPlan plan = *this;
    for (Cable &cable : plan.cables)
        cable.delay *= factor;
    return plan;
}

Street::Street(const StreetPlan &plan)
    : m_plan(plan)
    , m_prefix(freshPrefix())
    , m_directory(QDir::tempPath() + QLatin1Char('/') + m_prefix + QStringLiteral("XXXXXX"))
{
}

Street::~Street()
{
    m_cables.reset();
    for (const Host host : allHosts)
        removeNamespace(space(host));
}

Result<std::unique_ptr<Street>> Street::build(const StreetPlan &plan)
{
    removeAbandoned();
    std::unique_ptr<Street> street(new Street(plan));
    const auto assembled = street->assemble();
    if (!assembled)
        return assembled.error();
    return street;
}

Result<void> Street::assemble()
{
    QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7755)); // others: read and enter
    QStringList names;
    for (const Host host : allHosts)
        names << space(host);
    auto done = makeNamespaces(names);
    if (done)
        done = startCables();
    for (const Host host : allHosts)
        done = done ? configure(host) : done;
    if (done && m_plan.secondBranch)
        done = spreadOverBranches();
    return done ? plugServer() : done;
}

Result<void> Street::spreadOverBranches() const
{
    Result<void> done;
    for (const Host host : {Host::R2, Host::R3}) {
        if (done) // by ports too, as routers do that keep a flow on one path
            done = run(host, words(QStringLiteral("sysctl -qw net.ipv4.fib_multipath_hash_policy=1")));
        if (done)
            done = batch(host, branchLines(host));
    }
    return done;
}

Result<void> Street::startCables()
{
    QStringList command{QStringLiteral(LAB_CABLE), QString::fromLatin1(cableLife)};
    const unsigned firstSeed = m_plan.seed * cableCount;
    for (int index = 1; index < cableCount; ++index) {
        const Cable &cable = m_plan.cables[static_cast<std::size_t>(index)];
        command << cableArgument(end(leftEnd(index), deviceTowards(index, false)),
                                 end(rightEnd(index), deviceTowards(index, true)), cable,
                                 firstSeed + static_cast<unsigned>(index));
        if (cable.label != 0)
            command.last() += QStringLiteral(",label=%1,router=%2")
                                  .arg(QString::number(cable.label), address(rightEnd(index)));
    }
    if (m_plan.secondBranch)
        command << cableArgument(end(Host::R2, branchDevice(Host::R2)), end(Host::R3, branchDevice(Host::R3)),
                                 *m_plan.secondBranch, firstSeed);
    m_cables = std::make_unique<Process>(command);
    const auto ready = m_cables->waitForLine([](const QByteArray &line) { return line == "ready"; },
                                             std::chrono::seconds(10));
    return ready ? Result<void>() : ready.error();
}

Result<void> Street::configure(Host host) const
{
    const QString settings =
        QStringLiteral("net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0"
                       " net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0"
                       " net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1"
                       " net.ipv4.icmp_ratelimit=%1 net.ipv6.icmp.ratelimit=%1")
            .arg(m_plan.icmpInterval.count());
    auto done = run(host, words(QStringLiteral("sysctl -qw ") + settings));
    const bool router = std::find(routers.begin(), routers.end(), host) != routers.end();
    if (done && router && m_plan.routersSilent)
        done = run(host, words(QStringLiteral("nft -f -")), silenceRules);
    if (done && router && m_plan.oneErrorASecond)
        done = run(host, words(QStringLiteral("nft -f -")), stingyRules);
    if (done && (host == Host::Nat || (host == Host::R4 && m_plan.carrierNat)))
        done = run(host, words(QStringLiteral("nft -f -")), natRules);
    const bool waitsForServersCable = host == Host::Server || host == Host::R1;
    return done && !waitsForServersCable ? batch(host, networkLines(host)) : done;
}

Result<void> Street::unplugServer() const
{
    return batch(Host::Server, "link delete right\n");
}

Result<void> Street::plugServer() const
{
    const char *cableEnd = m_plan.serverOnBridge ? "port" : "right";
    auto done = batch(Host::Server,
                      QByteArray("link add ") + cableEnd + " type veth peer name left netns "
                          + space(Host::R1).toLatin1() + '\n');
    if (done && m_plan.serverOnBridge)
        done = batch(Host::Server, "link add right type bridge\nlink set port master right up\n");
    for (const auto &[host, device] : {std::pair{Host::Server, cableEnd}, std::pair{Host::R1, "left"}}) {
        if (done)
            done = run(host,
                       words(QStringLiteral("ethtool -K %1 tso off gso off gro off tx off")
                                 .arg(QString::fromLatin1(device))));
        if (done)
            done = batch(host, networkLines(host));
    }
    return done;
}

Result<void> Street::batch(Host host, const QByteArray &lines) const
{
    return toVoid(lab::run({QStringLiteral("ip"), QStringLiteral("-n"), space(host), QStringLiteral("-batch"),
                            QStringLiteral("-")},
                           lines));
}

QStringList Street::inside(Host host, const QStringList &command) const
{
    return QStringList{QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), space(host)}
    + command;
}

Result<void> Street::run(Host host, const QStringList &command, const QByteArray &input) const
{
    return toVoid(lab::run(inside(host, command), input));
}

Result<QByteArray> Street::output(Host host, const QStringList &command) const
{
    return lab::run(inside(host, command));
}

Result<void> Street::waitForListener(Host host, int port) const
{
    const QStringList question = words(QStringLiteral("ss -Hltn sport = :%1").arg(port));
    const QDeadlineTimer deadline(std::chrono::seconds(10));
    while (!deadline.hasExpired()) {
        const auto listening = output(host, question);
        if (!listening || !listening.value().isEmpty())
            return toVoid(listening);
    }
    return Error{ErrorCode::Unavailable, "nobody listens on port " + std::to_string(port)};
}

void Street::endProcesses(Host host) const
{
    endProcessesIn(space(host));
}

} // namespace parallax::lab
