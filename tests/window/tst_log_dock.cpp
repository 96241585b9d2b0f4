// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_dock.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace parallax;

namespace {

/// Whether the context menu offers it; if so, it is done.
bool choose(const LogDock &dock, const QString &text)
{
    Q_EMIT dock.findChild<QPlainTextEdit *>()->customContextMenuRequested({});
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return false;
    const auto actions = menu->actions();
    const auto found = std::find_if(actions.begin(), actions.end(), [&text](const QAction *action) {
        return action->text() == text && action->isEnabled();
    });
    if (found != actions.end())
        (*found)->trigger();
    menu->close();
    return found != actions.end();
}

} // namespace

class TestLogDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfItIsCopied()
    {
        LogDock dock;
        dock.append(QStringLiteral("first"));
        dock.flush();
        dock.append(QStringLiteral("not yet shown"));
        QVERIFY(choose(dock, QStringLiteral("Copy &all")));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("first\nnot yet shown"));
    }

    void nothingIsLeftOnceItIsCleared()
    {
        LogDock dock;
        dock.append(QStringLiteral("first"));
        QVERIFY(choose(dock, QStringLiteral("C&lear")));
        dock.flush();
        QVERIFY(dock.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
        QVERIFY(!choose(dock, QStringLiteral("Copy &all")));
    }
};

QTEST_MAIN(TestLogDock)
#include "tst_log_dock.moc"
