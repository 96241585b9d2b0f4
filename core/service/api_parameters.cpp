// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api_parameters.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace parallax {

namespace {

constexpr qsizetype longestQuery = 2048;
constexpr qsizetype mostParameters = 32;
constexpr std::size_t longestValue = 255;
constexpr std::size_t longestQuoted = 40; // of a value in an error

Error invalid(const std::string &sentence)
{
    return {ErrorCode::InvalidArgument, sentence};
}

std::string quoted(const std::string &value)
{
    return '"' + value.substr(0, longestQuoted) + (value.size() > longestQuoted ? "…\"" : "\"");
}

Result<void> add(Parameters &parameters, const std::string &name, const std::string &value)
{
    if (name.empty())
        return invalid("a parameter needs a name");
    if (name.size() > longestValue || value.size() > longestValue)
        return invalid("a parameter must not be longer than 255 bytes");
    if (!parameters.emplace(name, value).second)
        return invalid(quoted(name) + " is given twice");
    return {};
}

std::optional<std::string> textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble())
        return QByteArray::number(value.toDouble(), 'g', 15).toStdString();
    return std::nullopt;
}

/// 0.1, not 0.100000.
std::string shortest(double value)
{
    return QByteArray::number(value, 'g', 6).toStdString();
}

} // namespace

Result<Parameters> queryParameters(const QByteArray &query)
{
    if (query.size() > longestQuery)
        return invalid("the query must not be longer than 2048 bytes");
    Parameters parameters;
    if (query.isEmpty())
        return parameters;
    const QList<QByteArray> pairs = query.split('&');
    if (pairs.size() > mostParameters)
        return invalid("there must not be more than 32 parameters");
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        const auto added = add(parameters, QByteArray::fromPercentEncoding(name).toStdString(),
                               QByteArray::fromPercentEncoding(value).toStdString());
        if (!added)
            return added.error();
    }
    return parameters;
}

Result<Parameters> bodyParameters(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return invalid("the body must be a JSON object");
    const QJsonObject object = document.object();
    if (object.size() > mostParameters)
        return invalid("there must not be more than 32 parameters");
    Parameters parameters;
    for (auto field = object.begin(); field != object.end(); ++field) {
        const auto text = textOf(field.value());
        const std::string name = field.key().toStdString();
        if (!text)
            return invalid(quoted(name) + " must be a text, a number or a truth");
        const auto added = add(parameters, name, *text);
        if (!added)
            return added.error();
    }
    return parameters;
}

const std::string *ParameterReader::find(const std::string &name)
{
    m_known.insert(name);
    const auto found = m_parameters.find(name);
    return found == m_parameters.end() ? nullptr : &found->second;
}

std::string ParameterReader::text(const std::string &name)
{
    const std::string *given = find(name);
    return given ? *given : std::string();
}

int ParameterReader::whole(const std::string &name, int least, int most, int otherwise)
{
    const std::string *given = find(name);
    if (!given)
        return otherwise;
    int value = 0;
    const char *end = given->data() + given->size();
    const auto [stopped, problem] = std::from_chars(given->data(), end, value);
    if (problem == std::errc{} && stopped == end && value >= least && value <= most)
        return value;
    reject(name, "a whole number from " + std::to_string(least) + " to " + std::to_string(most), *given);
    return otherwise;
}

double ParameterReader::seconds(const std::string &name, double least, double most, double otherwise)
{
    const std::string *given = find(name);
    if (!given)
        return otherwise;
    double value = 0.0;
    const char *end = given->data() + given->size();
    const auto [stopped, problem] = std::from_chars(given->data(), end, value);
    if (problem == std::errc{} && stopped == end && value >= least && value <= most) // not NaN either
        return value;
    reject(name, "seconds from " + shortest(least) + " to " + shortest(most), *given);
    return otherwise;
}

bool ParameterReader::truth(const std::string &name, bool otherwise)
{
    return oneOf(name, {"true", "1", "false", "0"}, otherwise ? 0 : 2) < 2;
}

std::size_t ParameterReader::oneOf(const std::string &name, const std::vector<std::string> &names,
                                   std::size_t otherwise)
{
    const std::string *given = find(name);
    if (!given)
        return otherwise;
    const auto found = std::find(names.begin(), names.end(), *given);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    std::string list;
    for (const std::string &possible : names)
        list += (list.empty() ? "" : ", ") + possible;
    reject(name, "one of " + list, *given);
    return otherwise;
}

void ParameterReader::complain(const std::string &sentence)
{
    if (!m_problem)
        m_problem = invalid(sentence);
}

void ParameterReader::reject(const std::string &name, const std::string &expected, const std::string &given)
{
    complain(name + " must be " + expected + ", not " + quoted(given));
}

Result<void> ParameterReader::check() const
{
    if (m_problem)
        return *m_problem;
    for (const auto &[name, value] : m_parameters) {
        if (!m_known.contains(name))
            return invalid("there is no parameter called " + quoted(name));
    }
    return {};
}

} // namespace parallax
