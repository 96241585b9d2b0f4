// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Marks an English text for lupdate, which reads the name alone: Qt's macro of this name, for what has no Qt.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(context, text) text // NOLINT(cppcoreguidelines-macro-usage): lupdate knows no other
#endif
