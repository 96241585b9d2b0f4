// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api_request.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace parallax;

/// Parameters of the HTTP API, as a query and as a body: an error, or a request within its ranges.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const auto &parameters : {queryParameters(bytes), bodyParameters(bytes)}) {
        if (!parameters)
            continue;
        const auto request = traceRequest(std::nullopt, parameters.value());
        if (!request)
            continue;
        const TraceRequest &read = request.value();
        const bool bounded = !read.target.empty() && read.target.size() <= 253 && read.maxTtl >= 1
            && read.maxTtl <= 64 && read.firstTtl <= read.maxTtl && read.probesPerHop <= 10
            && read.count <= 100 && read.flows <= 8 && read.longestWait <= std::chrono::seconds(10);
        if (!bounded)
            std::abort();
    }
    return 0;
}
