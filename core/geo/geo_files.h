// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/address_ranges.h"
#include "core/geo/mmdb_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// What the files in one folder say of an address: `country.mmdb`, `asn.mmdb`, `city.mmdb`,
/// `city-ipv4.mmdb`, `city-ipv6.mmdb`, `asn-ipv4.csv`, `asn-ipv6.csv`, each of them optional;
/// scripts/fetch-geo.sh fetches free ones. Nothing is asked of the network.
class GeoFiles
{
public:
    explicit GeoFiles(const std::string &folder);

    /// From any thread; some microseconds.
    AddressFacts find(const IpAddress &address) const;
    const std::vector<std::string> &found() const { return m_found; }
    /// A sentence for each file that is there but can't be used.
    const std::vector<std::string> &problems() const { return m_problems; }

private:
    template<class File>
    void add(std::vector<File> &files, const std::string &folder, std::string_view name);

    std::vector<MmdbFile> m_databases;
    std::vector<AddressRanges> m_ranges;
    std::vector<std::string> m_found;
    std::vector<std::string> m_problems;
};

} // namespace parallax
