// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

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
    void endObject() { m_text += '}'; }
    void beginArray() { open('['); }
    void endArray() { m_text += ']'; }

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
    void put(std::integral auto value)
    {
        if constexpr (std::same_as<decltype(value), bool>)
            write(value ? "true" : "false");
        else
            write(std::to_string(value));
    }
    void put(std::nullopt_t /*unknown*/) { write("null"); }
    template<class Value>
    void put(const std::optional<Value> &value)
    {
        value ? put(*value) : put(std::nullopt);
    }

    const std::string &text() const { return m_text; }

private:
    void separate();
    void open(char bracket);
    void write(std::string_view token);

    std::string m_text;
};

} // namespace parallax
