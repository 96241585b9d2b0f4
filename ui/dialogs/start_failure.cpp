// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/start_failure.h"

#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace parallax {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("StartFailure", text);
}

} // namespace

void showStartFailure(const QString &reason)
{
    QMessageBox box(QMessageBox::Critical, QGuiApplication::applicationDisplayName(), {});
    box.setTextFormat(Qt::PlainText); // the reason quotes what was set
    box.setText(say(QT_TRANSLATE_NOOP("StartFailure", "Parallax cannot start.")) + QStringLiteral("\n\n")
                + reason);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.addButton(say(QT_TRANSLATE_NOOP("StartFailure", "Quit")), QMessageBox::RejectRole);
    box.exec();
}

} // namespace parallax
