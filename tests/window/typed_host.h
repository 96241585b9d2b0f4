// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/window/named.h"

#include <QComboBox>
#include <QTest>

namespace parallax {

/// A host into the Path page's bar, and Return.
inline void typeHost(const QWidget &window, const QString &host)
{
    auto *box = named<QComboBox>(window, "host"); // it has the focus, and hands keys on to its line
    box->clearEditText();
    QTest::keyClicks(box, host);
    QTest::keyClick(box, Qt::Key_Return);
}

} // namespace parallax
