// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geo_files.h"

#include <filesystem>

namespace parallax {

namespace {

/// What was known first stays.
void complete(AddressFacts &facts, const AddressFacts &more)
{
    if (facts.country.empty())
        facts.country = more.country;
    if (!facts.asn && more.asn) {
        facts.asn = more.asn;
        facts.asName = more.asName;
    }
    if (!facts.place && more.place) {
        facts.place = more.place;
        facts.city = more.city;
    }
}

} // namespace

GeoFiles::GeoFiles(const std::string &folder)
{
    for (const std::string_view name :
         {"country.mmdb", "asn.mmdb", "city.mmdb", "city-ipv4.mmdb", "city-ipv6.mmdb"})
        add(m_databases, folder, name);
    for (const std::string_view name : {"asn-ipv4.csv", "asn-ipv6.csv"})
        add(m_ranges, folder, name);
}

template<class File>
void GeoFiles::add(std::vector<File> &files, const std::string &folder, std::string_view name)
{
    const std::string path = folder + '/' + std::string(name);
    std::error_code unknown;
    if (!std::filesystem::exists(path, unknown))
        return;
    auto file = File::open(path);
    if (!file) {
        m_problems.push_back(file.error().message);
        return;
    }
    files.push_back(std::move(file).value());
    m_found.emplace_back(name);
}

AddressFacts GeoFiles::find(const IpAddress &address) const
{
    AddressFacts facts;
    for (const MmdbFile &database : m_databases)
        complete(facts, database.find(address));
    for (const AddressRanges &ranges : m_ranges)
        complete(facts, ranges.find(address));
    return facts;
}

} // namespace parallax
