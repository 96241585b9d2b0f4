// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/line_buffer.h"
#include "core/timing/tcp_time.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace parallax;

/// Bytes from anybody, as both ends of the TCP time server cut and read them; the first says how they arrive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t piece = std::size_t{1} + data[0];
    const std::string_view all(reinterpret_cast<const char *>(data + 1), size - 1);
    LineBuffer buffer;
    std::size_t cut = 0;
    for (std::size_t at = 0; at < all.size() && !buffer.isTooLong(); at += piece) {
        buffer.append(all.substr(at, piece));
        while (const auto line = buffer.next()) {
            // Lines are the bytes that arrived, in their order, none left out.
            if (line->size() > LineBuffer::longestLine || line->back() != '\n'
                || all.substr(cut, line->size()) != *line)
                std::abort();
            cut += line->size();
            const auto answer = parseTcpTime(*line);
            if (answer && !(parseTcpTime(tcpTimeText(answer.value())).value() == answer.value()))
                std::abort();
            if (asksForTime(*line) && answer)
                std::abort();
        }
    }
    return 0;
}
