// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace parallax {

/// What a stranger wrote, made fit to be shown on one line: control and direction-changing characters are
/// taken out, the length is limited and long runs may break, so that nobody can forge or tear the window.
QString shownText(const std::string &text);
QString shownText(const QString &text);

/// A tool tip with these lines as they are: what comes from outside and looks like markup is none.
QString plainToolTip(const QString &lines);

} // namespace parallax
