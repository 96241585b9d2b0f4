// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace parallax {

enum class ErrorCode {
    InvalidArgument,
    Malformed,
    NotPermitted,
    Unavailable,
    Io,
    UnknownHost,
    NoNameServer, // none has told; there may well be such a host
};

/// A text with places %1 to %9 and what fills them. Marked for translation, it can be said in any language.
struct Wording {
    std::string text{};
    std::vector<std::string> values{};

    bool operator==(const Wording &) const = default;
};

/// What went wrong: the code is for the program, the message is a sentence for a person, in English.
struct Error {
    ErrorCode code{};
    std::string message;
    Wording wording{}; // that the message was made of; without text where it has no values
};

/// A value or the reason there is none. Same meaning as std::expected<T, Error> in C++23.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    T &value() & { return std::get<T>(m_state); }
    const T &value() const & { return std::get<T>(m_state); }
    T &&value() && { return std::get<T>(std::move(m_state)); }
    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void> : public Result<std::monostate>
{
public:
    Result()
        : Result<std::monostate>(std::monostate{})
    {
    }
    Result(Error error)
        : Result<std::monostate>(std::move(error))
    {
    }
};

} // namespace parallax
