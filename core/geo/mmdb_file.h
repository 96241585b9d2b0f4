// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/data/address_facts.h"

#include <memory>
#include <string>

namespace parallax {

/// A database in MaxMind's format, of whoever: what is asked for is looked up under the names that GeoLite2,
/// DB-IP and ip-location-db use.
class MmdbFile
{
public:
    /// Io: there is no such file. Malformed: it is none, or damaged.
    static Result<MmdbFile> open(const std::string &path);
    MmdbFile(MmdbFile &&) noexcept;
    MmdbFile &operator=(MmdbFile &&) = delete;
    ~MmdbFile();

    /// From any thread. What the file does not hold stays empty.
    AddressFacts find(const IpAddress &address) const;

private:
    struct Handle;
    explicit MmdbFile(std::unique_ptr<Handle> handle);

    std::unique_ptr<Handle> m_handle;
};

} // namespace parallax
