// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace parallax {

/// A point on the earth, in degrees; north and east are positive.
struct Place {
    double latitude = 0.0;
    double longitude = 0.0;

    bool operator==(const Place &) const = default;
};

/// What local files say of an address, and its name; empty where nobody says anything.
struct AddressFacts {
    std::string country{}; // ISO 3166-1 alpha-2
    std::optional<std::uint32_t> asn{}; // of the autonomous system that announces it
    std::string asName{};
    std::string city{};
    std::optional<Place> place{};
    std::string name{}; // reverse DNS, where that was asked for

    bool operator==(const AddressFacts &) const = default;
};

} // namespace parallax
