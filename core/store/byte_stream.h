// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace parallax {

/// Writes whole numbers in as few bytes as they need, seven bits to a byte, the lowest first.
class ByteWriter
{
public:
    void add(std::uint64_t value)
    {
        for (; value >= more; value >>= bits)
            m_bytes.append(static_cast<char>(value | more));
        m_bytes.append(static_cast<char>(value));
    }
    /// Small whatever the sign: 0, −1, 1, −2 …
    void addSigned(std::int64_t value)
    {
        add((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    static constexpr std::uint64_t more = 0x80;
    static constexpr int bits = 7;

    QByteArray m_bytes;
};

/// Reads them again. What is missing or too large reads as 0, and it is no longer good().
class ByteReader
{
public:
    explicit ByteReader(const QByteArray &bytes)
        : m_next(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {
    }

    std::uint64_t next()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_next == m_end)
                break;
            const auto byte = static_cast<std::uint8_t>(*m_next++);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_good = false;
        return 0;
    }
    std::uint64_t next(std::uint64_t most)
    {
        const std::uint64_t value = next();
        if (value <= most)
            return value;
        m_good = false;
        return 0;
    }
    std::int64_t nextSigned(std::int64_t most)
    {
        const std::uint64_t value = next();
        const std::int64_t number =
            static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
        if (number >= -most && number <= most)
            return number;
        m_good = false;
        return 0;
    }
    /// Nanoseconds after those before; within 146 years of 1970, so that sums and differences fit.
    std::int64_t nextMoment(std::int64_t before)
    {
        const std::int64_t moment = before + nextSigned(longest);
        if (moment >= -longest && moment <= longest)
            return moment;
        m_good = false;
        return 0;
    }
    bool good() const { return m_good; }
    bool atEnd() const { return m_next == m_end; }

private:
    static constexpr std::int64_t longest = (std::int64_t{1} << 62) - 1;

    const char *m_next;
    const char *m_end;
    bool m_good = true;
};

} // namespace parallax
