// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>

namespace parallax {

// Cells of RFC 4180; an empty one is unknown.

/// A text from anybody: one that a spreadsheet would take for a formula gets a leading '.
QString cell(std::string_view text);
/// With up to three decimals.
QString cell(std::optional<double> value);
QString cell(std::optional<bool> value);
/// In milliseconds.
QString cell(std::optional<Duration> duration);

template<class Integer>
QString whole(const std::optional<Integer> &value)
{
    return value ? QString::number(*value) : QString();
}

void addRow(QByteArray &csv, const QStringList &cells);

} // namespace parallax
