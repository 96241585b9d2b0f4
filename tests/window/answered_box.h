// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace parallax {

/// Presses a button of the message box that is about to come.
inline void answer(const QString &text, QString *said = nullptr)
{
    QTimer::singleShot(0, qApp, [text, said] {
        const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        if (said)
            *said = box->text();
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == text)
                button->click();
        }
    });
}

} // namespace parallax
