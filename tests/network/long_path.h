// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/network/process.h"

#include <QStringList>

#include <chrono>
#include <memory>
#include <set>

namespace parallax::lab {

/// A chain of routers before it is built: source – r1 … r11 – target, 42 ms there and back.
struct LongPathPlan {
    std::set<int> silent{}; // TTLs that forward and never answer
    int twoWaysAt = 0; // TTL with two routers side by side; 0: none
    QString log{}; // file where the cables say how long they held each ICMP echo; empty: none
    int onlyCable = 0; // link (the TTL it leads to) that has all of the delay; 0: five of them share it
    std::chrono::microseconds gather{0}; // these two: see lab-cable
    bool spin = false;
    std::chrono::milliseconds icmpInterval{0}; // Linux: one error message in this time for each target
};

/// Twelve hops, each in its own network namespace. Gone with the object.
class LongPath
{
public:
    static constexpr int hops = 12;

    static Result<std::unique_ptr<LongPath>> build(const LongPathPlan &plan = {});
    ~LongPath();
    LongPath(const LongPath &) = delete;
    LongPath &operator=(const LongPath &) = delete;

    /// 0 is the source, 12 the target.
    static QString address(int hop, bool v6 = false);
    /// The router beside the one at `twoWaysAt`.
    static QString otherWay(bool v6 = false);
    /// Round trip to a hop by the delays of five cables alone.
    static std::chrono::milliseconds delayTo(int hop);

    QStringList inside(int hop, const QStringList &command) const;
    Result<void> run(int hop, const QString &command, const QByteArray &input = {}) const;
    Result<QByteArray> output(int hop, const QStringList &command,
                              std::chrono::milliseconds deadline = std::chrono::seconds(20)) const;

private:
    explicit LongPath(LongPathPlan plan);
    QString space(int hop) const;
    QString otherSpace() const;
    int delayOf(int link) const; // ms, one way
    Result<void> assemble();
    Result<void> startCables();
    Result<void> prepare(int hop) const;
    Result<void> configure(int hop) const;
    Result<void> addOtherWay() const;
    Result<void> warmUp() const;
    Result<void> batch(const QString &space, const QString &lines) const;

    LongPathPlan m_plan;
    QString m_prefix;
    std::unique_ptr<Process> m_cables;
};

} // namespace parallax::lab
