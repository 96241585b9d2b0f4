// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/network/process.h"
#include "tests/network/street.h"

#include <array>
#include <memory>

namespace parallax::lab {

/// Two hosts and one cable between them, each host in its own network namespace. Gone with the object.
class TwoEnds
{
public:
    static constexpr int near = 0;
    static constexpr int far = 1;

    static Result<std::unique_ptr<TwoEnds>> build(const Cable &cable, unsigned seed);
    ~TwoEnds();
    TwoEnds(const TwoEnds &) = delete;
    TwoEnds &operator=(const TwoEnds &) = delete;

    static QString address(int end) { return QStringLiteral("10.78.0.%1").arg(end + 1); }
    /// A command line that runs at this end.
    QStringList inside(int end, const QStringList &command) const;

private:
    TwoEnds();
    Result<void> assemble(const Cable &cable, unsigned seed);
    QString space(int end) const { return m_prefix + QStringLiteral("end%1").arg(end); }

    QString m_prefix;
    std::unique_ptr<Process> m_cable;
};

} // namespace parallax::lab
