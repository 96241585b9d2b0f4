// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace parallax {

using Parameters = std::map<std::string, std::string>;

/// The parameters of a URL. Bounded; a parameter given twice is an error.
Result<Parameters> queryParameters(const QByteArray &query);
/// The same from a JSON object of texts, numbers and truths.
Result<Parameters> bodyParameters(const QByteArray &json);

/// Reads parameters one by one; the first complaint wins, and reading goes on harmlessly: ask `check` at the
/// end.
class ParameterReader
{
public:
    explicit ParameterReader(const Parameters &parameters)
        : m_parameters(parameters)
    {
    }

    /// Empty when it is not given.
    std::string text(const std::string &name);
    int whole(const std::string &name, int least, int most, int otherwise);
    double seconds(const std::string &name, double least, double most, double otherwise);
    bool truth(const std::string &name, bool otherwise);
    /// The index of what is given in `names`.
    std::size_t oneOf(const std::string &name, const std::vector<std::string> &names, std::size_t otherwise);
    void complain(const std::string &sentence);

    /// An error also for parameters that nobody asked for.
    Result<void> check() const;

private:
    const std::string *find(const std::string &name);
    void reject(const std::string &name, const std::string &expected, const std::string &given);

    const Parameters &m_parameters;
    std::set<std::string> m_known;
    std::optional<Error> m_problem;
};

} // namespace parallax
