// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// A JSON document (RFC 8259) in one line, written from front to back: a tree of it costs five times as much.
/// What is unknown is null.
class JsonText
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    /// Of the value, object or array that comes next; ASCII that needs no escaping.
    void key(std::string_view name);

    template<class Value>
    void add(std::string_view name, const Value &value)
    {
        key(name);
        put(value);
    }

    /// What is not UTF-8, as name servers may send it, becomes U+FFFD.
    void put(std::string_view text);
    /// Up to three decimals, which a whole one has none of; null where JSON has no such number.
    void put(double value);
    /// In milliseconds, to the microsecond.
    void put(Duration duration);
    void put(std::same_as<bool> auto value) { write(value ? "true" : "false"); }
    template<std::integral Whole>
    requires(!std::same_as<Whole, bool>) void put(Whole value)
    {
        constexpr std::size_t longest = 20; // of 64 bits, with a sign
        char *at = begin(longest);
        end(std::to_chars(at, at + longest, value).ptr);
    }
    void put(std::nullopt_t /*unknown*/) { write("null"); }
    template<class Value>
    void put(const std::optional<Value> &value)
    {
        value ? put(*value) : put(std::nullopt);
    }

    std::string text() const { return m_text.substr(0, m_length); }

private:
    void grow(std::size_t needed);
    /// Where the next token goes, behind a comma if one is due; there is room for `longest` characters.
    char *begin(std::size_t longest)
    {
        constexpr std::size_t comma = 1;
        if (m_text.size() - m_length < longest + comma)
            grow(longest + comma);
        char *at = m_text.data() + m_length;
        if (m_follows)
            *at++ = ',';
        return at;
    }
    /// Behind the token's last character; something may follow it.
    void end(const char *at)
    {
        m_length = static_cast<std::size_t>(at - m_text.data());
        m_follows = true;
    }
    void open(char bracket);
    void close(char bracket);
    void write(std::string_view token);

    std::string m_text; // what is written, and room for more
    std::size_t m_length = 0; // of what is written
    bool m_follows = false; // something that a comma separates from the next token
};

} // namespace parallax
