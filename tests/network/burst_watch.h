// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/street.h"

namespace parallax::lab {

/// Watches the server's cable with tcpdump: a second opinion about when a burst made the path known.
class BurstWatch
{
public:
    static Result<std::unique_ptr<BurstWatch>> start(const Street &street);

    /// Milliseconds from the first probe to the last first answer: of every router, and of the endpoint by
    /// D-SACK. Ends the watch.
    Result<double> pathCompleteMs();

private:
    BurstWatch() = default;
    std::unique_ptr<Process> m_capture;
};

/// The same from what tcpdump printed (-tt -v).
Result<double> pathCompleteMs(const QString &capture);

} // namespace parallax::lab
