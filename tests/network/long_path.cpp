// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/long_path.h"

#include "tests/network/namespaces.h"

#include <array>
#include <numeric>
#include <utility>

namespace parallax::lab {

namespace {

// Of the link that leads to each hop, one way; 0: a plain veth pair.
constexpr std::array<int, LongPath::hops + 1> delayMs{0, 0, 2, 0, 8, 0, 5, 0, 5, 0, 0, 1, 0};
constexpr int otherLeft = 101; // links of the second way
constexpr int otherRight = 102;

const QByteArray silenceRules = R"(
table inet silence {
    chain output {
        type filter hook output priority filter;
        icmp type { time-exceeded, destination-unreachable } drop
        icmpv6 type { time-exceeded, destination-unreachable } drop
    }
}
)";

QString onLink(int link, int end)
{
    return QStringLiteral("10.77.%1.%2").arg(link).arg(end);
}

QString onLinkV6(int link, int end)
{
    return QStringLiteral("2001:db8:77:%1::%2").arg(link).arg(end);
}

QString endLines(int link, int end, const QString &device)
{
    return QStringLiteral("addr replace %1/30 dev %3\naddr replace %2/64 dev %3 nodad\nlink set %3 up\n")
        .arg(onLink(link, end), onLinkV6(link, end), device);
}

QString routeLines(int link, int via)
{
    return QStringLiteral("route replace %1/30 via %2\nroute replace %3/64 via %4\n")
        .arg(onLink(link, 0), onLink(via, 2), onLinkV6(link, 0), onLinkV6(via, 2));
}

QString defaultLines(int link)
{
    return QStringLiteral("route replace default via %1\nroute replace ::/0 via %2\n")
        .arg(onLink(link, 1), onLinkV6(link, 1));
}

Result<void> toVoid(const Result<QByteArray> &result)
{
    return result ? Result<void>() : result.error();
}

} // namespace

LongPath::LongPath(LongPathPlan plan)
    : m_plan(std::move(plan))
    , m_prefix(freshPrefix())
{
}

LongPath::~LongPath()
{
    m_cables.reset();
    for (int hop = 0; hop <= hops; ++hop)
        removeNamespace(space(hop));
    if (m_plan.twoWaysAt > 0)
        removeNamespace(otherSpace());
}

QString LongPath::space(int hop) const
{
    return m_prefix + QStringLiteral("h%1").arg(hop);
}

QString LongPath::otherSpace() const
{
    return m_prefix + QStringLiteral("other");
}

QString LongPath::address(int hop, bool v6)
{
    const int link = hop == 0 ? 1 : hop;
    const int end = hop == 0 ? 1 : 2;
    return v6 ? onLinkV6(link, end) : onLink(link, end);
}

QString LongPath::otherWay(bool v6)
{
    return v6 ? onLinkV6(otherLeft, 2) : onLink(otherLeft, 2);
}

std::chrono::milliseconds LongPath::delayTo(int hop)
{
    std::chrono::milliseconds sum{0};
    for (int link = 1; link <= hop; ++link)
        sum += std::chrono::milliseconds(2 * delayMs.at(static_cast<std::size_t>(link)));
    return sum;
}

Result<std::unique_ptr<LongPath>> LongPath::build(const LongPathPlan &plan)
{
    removeAbandoned();
    std::unique_ptr<LongPath> path(new LongPath(plan));
    const auto assembled = path->assemble();
    if (!assembled)
        return assembled.error();
    return path;
}

int LongPath::delayOf(int link) const
{
    if (m_plan.onlyCable > 0)
        return link == m_plan.onlyCable ? std::accumulate(delayMs.begin(), delayMs.end(), 0) : 0;
    return delayMs.at(static_cast<std::size_t>(link));
}

Result<void> LongPath::assemble()
{
    QStringList names;
    for (int hop = 0; hop <= hops; ++hop)
        names << space(hop);
    if (m_plan.twoWaysAt > 0)
        names << otherSpace();
    auto done = makeNamespaces(names);
    for (int hop = 0; done && hop <= hops; ++hop)
        done = prepare(hop);
    if (done)
        done = startCables();
    for (int link = 1; done && link <= hops; ++link) {
        if (delayOf(link) == 0)
            done =
                batch(space(link - 1),
                      QStringLiteral("link add right type veth peer name left netns %1\n").arg(space(link)));
    }
    for (int hop = 0; done && hop <= hops; ++hop)
        done = configure(hop);
    if (done && m_plan.twoWaysAt > 0)
        done = addOtherWay();
    return done ? warmUp() : done;
}

/// Neighbours ask for each other's link address once, which would look like a slow hop.
Result<void> LongPath::warmUp() const
{
    for (const bool v6 : {false, true}) {
        auto answered = run(0, QStringLiteral("ping -n -q -c 1 -W 5 %1").arg(address(hops, v6)));
        if (!answered && !m_plan.silent.contains(hops))
            return answered;
    }
    return {};
}

Result<void> LongPath::startCables()
{
    QStringList command{QStringLiteral(LAB_CABLE), QStringLiteral("3600")};
    for (int link = 1; link <= hops; ++link) {
        const int delay = delayOf(link);
        if (delay > 0)
            command << QStringLiteral("left=%1:right,right=%2:left,delay_us=%3,gather_us=%4,spin=%5")
                           .arg(space(link - 1), space(link))
                           .arg(delay * 1000)
                           .arg(m_plan.gather.count())
                           .arg(m_plan.spin ? 1 : 0)
                    + (m_plan.log.isEmpty() ? QString() : QStringLiteral(",log=") + m_plan.log);
    }
    m_cables = std::make_unique<Process>(command);
    const auto ready = m_cables->waitForLine([](const QByteArray &line) { return line == "ready"; },
                                             std::chrono::seconds(10));
    return ready ? Result<void>() : ready.error();
}

/// Before there is a device: an IPv6 address that is still being checked for duplicates answers nobody.
Result<void> LongPath::prepare(int hop) const
{
    return run(hop,
               QStringLiteral("sysctl -eqw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0"
                              " net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0"
                              " net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1"
                              " net.ipv4.icmp_msgs_per_sec=100000 net.ipv4.icmp_msgs_burst=10000"
                              " net.ipv4.fib_multipath_hash_policy=1 net.ipv6.fib_multipath_hash_policy=1"
                              " net.ipv4.icmp_ratelimit=%1 net.ipv6.icmp.ratelimit=%1")
                   .arg(m_plan.icmpInterval.count()));
}

Result<void> LongPath::configure(int hop) const
{
    QString lines = QStringLiteral("link set lo up\n");
    if (hop < hops)
        lines += endLines(hop + 1, 1, QStringLiteral("right"));
    if (hop > 0)
        lines += endLines(hop, 2, QStringLiteral("left")) + defaultLines(hop);
    for (int link = hop + 2; link <= hops; ++link)
        lines += routeLines(link, hop + 1);
    auto done = batch(space(hop), lines);
    if (done && m_plan.silent.contains(hop))
        done = run(hop, QStringLiteral("nft -f -"), silenceRules);
    return done;
}

/// A router beside another one; those before them share the flows out between both.
Result<void> LongPath::addOtherWay() const
{
    const int before = m_plan.twoWaysAt - 1;
    const int behind = m_plan.twoWaysAt + 1;
    auto done = lab::run(
        {QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), otherSpace(),
         QStringLiteral("sysctl"), QStringLiteral("-qw"), QStringLiteral("net.ipv4.ip_forward=1"),
         QStringLiteral("net.ipv6.conf.all.forwarding=1"), QStringLiteral("net.ipv4.icmp_ratelimit=0"),
         QStringLiteral("net.ipv4.conf.all.rp_filter=0"),
         QStringLiteral("net.ipv6.conf.default.accept_dad=0")});
    if (!done)
        return done.error();
    auto built = batch(space(before),
                       QStringLiteral("link add other type veth peer name left netns %1\n").arg(otherSpace())
                           + endLines(otherLeft, 1, QStringLiteral("other")));
    if (built)
        built = batch(otherSpace(),
                      QStringLiteral("link add right type veth peer name other netns %1\nlink set lo up\n")
                              .arg(space(behind))
                          + endLines(otherLeft, 2, QStringLiteral("left"))
                          + endLines(otherRight, 1, QStringLiteral("right")) + defaultLines(otherLeft));
    if (built)
        built = batch(space(behind), endLines(otherRight, 2, QStringLiteral("other")));
    for (int link = behind + 1; built && link <= hops; ++link) {
        built = batch(otherSpace(), routeLines(link, otherRight));
        const QString ways =
            QStringLiteral("route replace %1/30 nexthop via %2 nexthop via %3\n"
                           "route replace %4/64 nexthop via %5 nexthop via %6\n")
                .arg(onLink(link, 0), onLink(m_plan.twoWaysAt, 2), onLink(otherLeft, 2), onLinkV6(link, 0),
                     onLinkV6(m_plan.twoWaysAt, 2), onLinkV6(otherLeft, 2));
        if (built)
            built = batch(space(before), ways);
    }
    return built;
}

Result<void> LongPath::batch(const QString &space, const QString &lines) const
{
    return toVoid(lab::run(
        {QStringLiteral("ip"), QStringLiteral("-n"), space, QStringLiteral("-batch"), QStringLiteral("-")},
        lines.toLatin1()));
}

QStringList LongPath::inside(int hop, const QStringList &command) const
{
    return QStringList{QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), space(hop)}
    + command;
}

Result<void> LongPath::run(int hop, const QString &command, const QByteArray &input) const
{
    return toVoid(lab::run(inside(hop, command.split(QLatin1Char(' '))), input));
}

Result<QByteArray> LongPath::output(int hop, const QStringList &command,
                                    std::chrono::milliseconds deadline) const
{
    return lab::run(inside(hop, command), {}, deadline);
}

} // namespace parallax::lab
