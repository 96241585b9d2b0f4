// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <QJsonObject>

namespace parallax {

class Words;

/// What the tester is told at the end: the original's keys, and ours for our page.
QJsonObject resultData(const SessionRecord &record, const Words &words);

} // namespace parallax
