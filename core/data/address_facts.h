// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace parallax {

/// What local files say of an address; empty where they say nothing.
struct AddressFacts {
    std::string country{}; // ISO 3166-1 alpha-2
    std::optional<std::uint32_t> asn{}; // of the autonomous system that announces it
    std::string asName{};

    bool operator==(const AddressFacts &) const = default;
};

} // namespace parallax
