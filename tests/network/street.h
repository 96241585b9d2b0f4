// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/network/process.h"
#include "tests/network/street_map.h"

#include <QTemporaryDir>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

namespace parallax::lab {

/// What a cable does to every packet, in each direction.
struct Cable {
    std::chrono::microseconds delay{0};
    std::chrono::microseconds jitterMean{0};
    double loss = 0;
    double reorder = 0; // each packet's probability to be overtaken
    std::chrono::microseconds holdAcks{0}; // who stands at the right end acknowledges that late
    unsigned label = 0; // MPLS, quoted by the router at the right end; 0: none
};

/// A street before it is built. The first cable, the server's, is a plain one.
struct StreetPlan {
    std::array<Cable, cableCount> cables{{{std::chrono::milliseconds(0)},
                                          {std::chrono::milliseconds(2)},
                                          {std::chrono::milliseconds(8)},
                                          {std::chrono::milliseconds(5)},
                                          {std::chrono::milliseconds(5)},
                                          {std::chrono::milliseconds(1)},
                                          {std::chrono::milliseconds(1)}}};
    bool routersSilent = false;
    std::chrono::milliseconds icmpInterval{1000}; // Linux: one error message in this time for each target
    std::optional<Cable> secondBranch{}; // another cable from R2 to R3: each flow takes one of them (ECMP)
    bool carrierNat = false; // the last router translates too
    bool serverOnBridge =
        false; // its device is a bridge, and the cable's end a port of it; can't be unplugged
    bool oneErrorASecond = false; // from each router, whoever the target
    unsigned seed = 1;

    /// The same street with every delay multiplied.
    StreetPlan farther(int factor) const;
};

/// A server, four routers, a NAT, a tester and a proxy, each in its own network namespace. Gone with the
/// object; what a crashed test left is removed when the next street is built.
class Street
{
public:
    static Result<std::unique_ptr<Street>> build(const StreetPlan &plan = {});
    ~Street();
    Street(const Street &) = delete;
    Street &operator=(const Street &) = delete;

    /// A command line that runs on this host.
    QStringList inside(Host host, const QStringList &command) const;
    Result<void> run(Host host, const QStringList &command, const QByteArray &input = {}) const;
    Result<QByteArray> output(Host host, const QStringList &command) const;
    /// Waits until a program on this host listens on the TCP port.
    Result<void> waitForListener(Host host, int port) const;
    void endProcesses(Host host) const;

    /// Removes the server's only network device, and brings it back.
    Result<void> unplugServer() const;
    Result<void> plugServer() const;

    /// For the files of the street's programs; every user may read it.
    QString file(const QString &name) const { return m_directory.filePath(name); }

private:
    explicit Street(const StreetPlan &plan);
    QString space(Host host) const { return m_prefix + nameOf(host); }
    QString end(Host host, const QString &device) const { return space(host) + QLatin1Char(':') + device; }
    Result<void> assemble();
    Result<void> startCables();
    Result<void> configure(Host host) const;
    Result<void> spreadOverBranches() const;
    Result<void> batch(Host host, const QByteArray &lines) const;

    StreetPlan m_plan;
    QString m_prefix;
    QTemporaryDir m_directory;
    std::unique_ptr<Process> m_cables;
};

} // namespace parallax::lab
