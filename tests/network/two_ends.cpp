// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/two_ends.h"

#include "tests/network/namespaces.h"

namespace parallax::lab {

TwoEnds::TwoEnds()
    : m_prefix(freshPrefix())
{
}

TwoEnds::~TwoEnds()
{
    m_cable.reset();
    for (const int end : {near, far})
        removeNamespace(space(end));
}

Result<std::unique_ptr<TwoEnds>> TwoEnds::build(const Cable &cable, unsigned seed)
{
    removeAbandoned();
    std::unique_ptr<TwoEnds> ends(new TwoEnds);
    const auto assembled = ends->assemble(cable, seed);
    if (!assembled)
        return assembled.error();
    return ends;
}

QStringList TwoEnds::inside(int end, const QStringList &command) const
{
    return QStringList{QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), space(end)}
    + command;
}

Result<void> TwoEnds::assemble(const Cable &cable, unsigned seed)
{
    auto made = makeNamespaces({space(near), space(far)});
    if (!made)
        return made;
    m_cable = std::make_unique<Process>(
        QStringList{QStringLiteral(LAB_CABLE), QStringLiteral("3600"),
                    QStringLiteral("left=%1:cable,right=%2:cable,delay_us=%3,jitter_us=%4,seed=%5")
                        .arg(space(near), space(far))
                        .arg(cable.delay.count())
                        .arg(cable.jitterMean.count())
                        .arg(seed)});
    const auto ready = m_cable->waitForLine([](const QByteArray &line) { return line == "ready"; },
                                            std::chrono::seconds(10));
    if (!ready)
        return ready.error();
    for (const int end : {near, far}) {
        const auto done =
            run({QStringLiteral("ip"), QStringLiteral("-n"), space(end), QStringLiteral("-batch"),
                 QStringLiteral("-")},
                QStringLiteral("link set lo up\naddr replace %1/30 dev cable\nlink set cable up\n")
                    .arg(address(end))
                    .toLatin1());
        if (!done)
            return done.error();
    }
    return {};
}

} // namespace parallax::lab
