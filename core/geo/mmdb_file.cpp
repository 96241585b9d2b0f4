// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/mmdb_file.h"

#include <array>
#include <cmath>
#include <cstring>
#include <string_view>

#include <maxminddb.h>
#include <netinet/in.h>

namespace parallax {

namespace {

constexpr std::size_t longestText = 128;

/// The value at a path of up to three names.
MMDB_entry_data_s at(MMDB_entry_s &entry, const char *name, const char *inner = nullptr,
                     const char *innermost = nullptr)
{
    std::array<const char *, 4> path{name, inner, innermost, nullptr};
    MMDB_entry_data_s data{};
    if (MMDB_aget_value(&entry, &data, path.data()) != MMDB_SUCCESS)
        return {};
    return data;
}

std::string text(const MMDB_entry_data_s &data)
{
    if (!data.has_data || data.type != MMDB_DATA_TYPE_UTF8_STRING)
        return {};
    std::string result;
    for (const char character : std::string_view(data.utf8_string, data.data_size).substr(0, longestText)) {
        if (static_cast<unsigned char>(character) >= ' ' && character != '\x7f')
            result += character;
    }
    return result;
}

std::string country(MMDB_entry_s &entry)
{
    std::string code = text(at(entry, "country", "iso_code"));
    if (code.empty())
        code = text(at(entry, "country_code"));
    return code.size() == 2 ? code : std::string{};
}

std::optional<std::uint32_t> asNumber(MMDB_entry_s &entry)
{
    const auto data = at(entry, "autonomous_system_number");
    if (data.has_data && data.type == MMDB_DATA_TYPE_UINT32)
        return data.uint32;
    return std::nullopt;
}

std::string city(MMDB_entry_s &entry)
{
    std::string name = text(at(entry, "city", "names", "en")); // GeoLite2
    return name.empty() ? text(at(entry, "city")) : name; // DB-IP, as ip-location-db has it
}

/// In degrees, within what there is.
std::optional<double> coordinate(const MMDB_entry_data_s &data, double most)
{
    if (!data.has_data)
        return std::nullopt;
    double degrees = most + 1.0;
    if (data.type == MMDB_DATA_TYPE_DOUBLE)
        degrees = data.double_value;
    else if (data.type == MMDB_DATA_TYPE_FLOAT)
        degrees = static_cast<double>(data.float_value);
    return std::abs(degrees) <= most ? std::optional(degrees) : std::nullopt; // and no NaN
}

std::optional<Place> place(MMDB_entry_s &entry)
{
    const auto find = [&](const char *name, double most) {
        const auto inner = coordinate(at(entry, "location", name), most);
        return inner ? inner : coordinate(at(entry, name), most);
    };
    const auto latitude = find("latitude", 90.0);
    const auto longitude = find("longitude", 180.0);
    // 0, 0 lies in the sea: files write it where they know nothing.
    if (!latitude || !longitude || (*latitude == 0.0 && *longitude == 0.0))
        return std::nullopt;
    return Place{*latitude, *longitude};
}

} // namespace

struct MmdbFile::Handle {
    MMDB_s database{};

    ~Handle() { MMDB_close(&database); }
};

MmdbFile::MmdbFile(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}

MmdbFile::MmdbFile(MmdbFile &&) noexcept = default;
MmdbFile::~MmdbFile() = default;

Result<MmdbFile> MmdbFile::open(const std::string &path)
{
    MMDB_s database{};
    const int status = MMDB_open(path.c_str(), MMDB_MODE_MMAP, &database);
    if (status != MMDB_SUCCESS) {
        const auto code = status == MMDB_FILE_OPEN_ERROR ? ErrorCode::Io : ErrorCode::Malformed;
        return Error{code, path + ": " + MMDB_strerror(status)};
    }
    auto handle = std::make_unique<Handle>();
    handle->database = database;
    return MmdbFile(std::move(handle));
}

AddressFacts MmdbFile::find(const IpAddress &address) const
{
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    const sockaddr *wanted = nullptr;
    if (address.isV4()) {
        v4.sin_family = AF_INET;
        v4.sin_addr.s_addr = htonl(address.toV4());
        wanted = reinterpret_cast<const sockaddr *>(&v4);
    } else {
        v6.sin6_family = AF_INET6;
        std::memcpy(&v6.sin6_addr, address.bytes().data(), address.bytes().size());
        wanted = reinterpret_cast<const sockaddr *>(&v6);
    }
    int error = MMDB_SUCCESS;
    auto result = MMDB_lookup_sockaddr(&m_handle->database, wanted, &error);
    if (error != MMDB_SUCCESS || !result.found_entry)
        return {};
    return {.country = country(result.entry),
            .asn = asNumber(result.entry),
            .asName = text(at(result.entry, "autonomous_system_organization")),
            .city = city(result.entry),
            .place = place(result.entry)};
}

} // namespace parallax
