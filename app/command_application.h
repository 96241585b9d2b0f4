// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <string>
#include <vector>

namespace parallax {

/// One object in a line, at once.
void printLine(const QJsonObject &object);
void printNow(const QByteArray &bytes);
/// For LiveLines.
std::vector<std::string> linesOf(const QStringList &lines);

/// Qt's application for a command that has read its arguments already.
class CommandApplication
{
private:
    int m_count = 1;
    std::string m_name = "parallax-cli";
    std::array<char *, 2> m_arguments{m_name.data(), nullptr};

public:
    QCoreApplication qt{m_count, m_arguments.data()};
};

} // namespace parallax
