// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/request_head.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace parallax;

/// The head of an HTTP request: whatever the bytes, a bounded head or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto head = parseRequestHead(bytes);
    if (!head)
        return 0;
    const std::string token = tokenIn(head.value().path, "/ws/");
    if (head.value().path.empty() || token.find('/') != std::string::npos)
        std::abort();
    return 0;
}
