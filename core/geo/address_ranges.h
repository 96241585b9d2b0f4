// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/data/address_facts.h"

#include <optional>
#include <string>

namespace parallax {

/// A text file of address ranges, sorted: `first,last,asn,organisation`, as @ip-location-db/asn has it. It is
/// searched where it lies, by bisection: nothing is loaded, and half a million lines cost twenty reads.
class AddressRanges
{
public:
    /// Io: there is no such file, or it can't be read. Malformed: it holds something else.
    static Result<AddressRanges> open(const std::string &path);
    AddressRanges(AddressRanges &&other) noexcept;
    AddressRanges &operator=(AddressRanges &&) = delete;
    ~AddressRanges();

    /// The autonomous system of the range that holds the address. From any thread.
    AddressFacts find(const IpAddress &address) const;

private:
    AddressRanges(int file, std::int64_t size);
    struct Line;
    std::optional<Line> lineAt(std::int64_t offset) const;

    int m_file;
    std::int64_t m_size;
};

} // namespace parallax
