// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprints.h"

#include <cstdint>
#include <cstdlib>

/// Text is rows or an error that names a line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parsed =
        parallax::parseFingerprints(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!parsed && parsed.error().message.empty())
        std::abort();
    return 0;
}
