// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// Reads a JSON object from outside. Missing or null is no value; a wrong type or a value out of range is
/// noted in the shared `problem`, first one wins, and reading goes on harmlessly: check it once, at the end.
class Fields
{
public:
    Fields(QJsonObject object, QString path, std::optional<Error> &problem);

    bool has(const char *key) const; // present and not null
    std::string text(const char *key, int limit) const; // limit in UTF-16 units
    std::optional<bool> flag(const char *key) const;
    std::optional<double> number(const char *key) const;
    std::optional<Duration> milliseconds(const char *key) const;
    std::vector<Duration> millisecondsList(const char *key, int limit) const;
    std::optional<Timestamp> time(const char *key) const;
    std::optional<IpAddress> address(const char *key) const;

    template<class Integer>
    std::optional<Integer> whole(const char *key, std::int64_t least, std::int64_t most) const
    {
        const auto value = integer(key, least, most);
        return value ? std::optional(static_cast<Integer>(*value)) : std::nullopt;
    }

    /// A stable name, such as "proxy", turned into its value by a function of names.h.
    template<class Enum>
    std::optional<Enum> named(const char *key, std::optional<Enum> (*valueOf)(std::string_view)) const
    {
        constexpr int longestName = 64;
        const std::string name = text(key, longestName);
        const auto value = valueOf(name);
        if (!value && !name.empty())
            complain(key, "is not a known name");
        return value;
    }

    /// Like `named` for a list of names; unknown ones are an error.
    template<class Enum>
    std::vector<Enum> namedList(const char *key, std::optional<Enum> (*valueOf)(std::string_view)) const
    {
        std::vector<Enum> values;
        for (const auto &item : list(key, nameLimit)) {
            if (const auto value = valueOf(item.toString().toStdString()))
                values.push_back(*value);
            else
                complain(key, "holds an unknown name");
        }
        return values;
    }

    Fields child(const char *key) const; // an empty object when missing
    std::vector<Fields> children(const char *key, int limit) const;

    void complain(const char *key, const char *what) const;

private:
    static constexpr int nameLimit = 100;

    QJsonValue value(const char *key) const;
    QJsonArray list(const char *key, int limit) const;
    std::optional<std::int64_t> integer(const char *key, std::int64_t least, std::int64_t most) const;

    QJsonObject m_object;
    QString m_path; // for messages: "tester."
    std::optional<Error> *m_problem;
};

} // namespace parallax
