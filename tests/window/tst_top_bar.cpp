// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/top_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace parallax;

namespace {

/// The bar above something else that takes the keyboard, as in the window.
struct Shown {
    Shown()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(bar);
        column->addWidget(other);
        column->addWidget(third);
        QObject::connect(bar, &TopBar::startRequested, bar,
                         [this] { bar->setState(ServiceState::Starting); });
        window.show();
    }

    QPushButton *button(const char *name) const
    {
        return window.findChild<QPushButton *>(QLatin1String(name));
    }
    /// By the keyboard.
    void pressStart() const
    {
        button("start")->setFocus();
        QTest::keyClick(button("start"), Qt::Key_Space);
    }

    QWidget window{};
    TopBar *bar = new TopBar(&window);
    QLineEdit *other = new QLineEdit(&window);
    QLineEdit *third = new QLineEdit(&window);
};

} // namespace

class TestTopBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyboardStaysWhereStartWas_data()
    {
        QTest::addColumn<int>("next");
        QTest::addColumn<QByteArray>("button");
        QTest::newRow("it listens") << static_cast<int>(ServiceState::Listening) << QByteArray("stop");
        QTest::newRow("the port is in use") << static_cast<int>(ServiceState::Stopped) << QByteArray("start");
    }
    void theKeyboardStaysWhereStartWas()
    {
        QFETCH(int, next);
        QFETCH(QByteArray, button);
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        shown.pressStart();
        QCOMPARE(shown.bar->state(), ServiceState::Starting);
        shown.bar->setLinks({QStringLiteral("http://192.0.2.7:8081/t/TOKEN")}); // on the way
        shown.bar->setState(static_cast<ServiceState>(next));
        QCOMPARE(QApplication::focusWidget(), shown.button(button.constData()));
    }

    void theLinkComesBackWithTheNetwork_data()
    {
        QTest::addColumn<int>("choice"); // of the user, by the keyboard
        QTest::newRow("none") << 0;
        QTest::newRow("another address") << 1;
        QTest::newRow("this machine's own") << 2;
    }
    void theLinkComesBackWithTheNetwork()
    {
        QFETCH(int, choice);
        const QString own = QStringLiteral("http://127.0.0.1:8081/t/");
        const QStringList links{QStringLiteral("http://192.0.2.7:8081/t/A"),
                                QStringLiteral("http://198.51.100.7:8081/t/A"), own + QLatin1Char('A')};
        Shown shown;
        shown.bar->setState(ServiceState::Listening);
        shown.bar->setLinks(links);
        auto *box = shown.window.findChild<QComboBox *>(QStringLiteral("links"));
        for (int step = 0; step < choice; ++step)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), choice);
        shown.bar->setLinks({own + QLatin1Char('B')});
        QCOMPARE(shown.bar->currentLink(), own + QLatin1Char('B'));
        shown.bar->setLinks(links);
        QCOMPARE(shown.bar->currentLink(), links[choice]);
    }

    void whoeverTookItElsewhereKeepsIt()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        shown.pressStart();
        shown.third->setFocus();
        shown.bar->setState(ServiceState::Listening);
        QCOMPARE(QApplication::focusWidget(), shown.third);
    }

    void theKeyboardComesBackFromStop()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        shown.bar->setState(ServiceState::Listening);
        shown.button("stop")->setFocus();
        shown.bar->setState(ServiceState::Stopped);
        QCOMPARE(QApplication::focusWidget(), shown.button("start"));
    }
};

QTEST_MAIN(TestTopBar)
#include "tst_top_bar.moc"
