// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/loop_thread.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <semaphore>

using namespace parallax;
using namespace std::chrono_literals;

/// Its timers and sockets.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timersFireInTheOrderOfTheirTimesAndNotBefore()
    {
        QList<int> fired;
        qint64 lastAt = 0;
        LoopThread loop;
        std::binary_semaphore done(0);
        loop.run([&] {
            QElapsedTimer since;
            since.start();
            QTimer::singleShot(30ms, Qt::PreciseTimer, [&, since] {
                fired.append(3);
                lastAt = since.nsecsElapsed();
                done.release();
            });
            QTimer::singleShot(10ms, Qt::PreciseTimer, [&] { fired.append(2); });
            QTimer::singleShot(0ms, Qt::PreciseTimer, [&] { fired.append(1); });
        });
        QVERIFY(done.try_acquire_for(5s));
        QCOMPARE(fired, (QList<int>{1, 2, 3}));
        QVERIFY(lastAt >= 30'000'000);
    }

    void aTimerThatAnotherOneStopsDoesNotFire()
    {
        bool fired = false;
        LoopThread loop;
        std::binary_semaphore done(0);
        loop.run([&] {
            auto *stopped = new QTimer;
            auto *stopper = new QTimer(stopped);
            QObject::connect(stopper, &QTimer::timeout, stopped, &QTimer::stop);
            QObject::connect(stopped, &QTimer::timeout, stopped, [&] { fired = true; });
            stopper->start(0);
            stopped->start(0); // due in the same turn, behind the other
            QTimer::singleShot(20ms, stopped, [&, stopped] {
                stopped->deleteLater();
                done.release();
            });
        });
        QVERIFY(done.try_acquire_for(5s));
        QVERIFY(!fired);
    }

    void aTimerWithoutIntervalLeavesOthersTheirTurn()
    {
        int idle = 0;
        LoopThread loop;
        std::binary_semaphore done(0);
        loop.run([&] {
            auto *zero = new QTimer;
            QObject::connect(zero, &QTimer::timeout, [&idle] { ++idle; });
            zero->start(0);
            QTimer::singleShot(20ms, zero, [&, zero] {
                zero->deleteLater();
                done.release();
            });
        });
        QVERIFY(done.try_acquire_for(5s));
        QVERIFY(idle > 1);
    }

    void aTimerKnowsHowLongItStillRuns()
    {
        int left = 0;
        bool stopped = false;
        LoopThread loop;
        loop.run([&] {
            QTimer timer;
            timer.start(10s);
            left = timer.remainingTime();
            timer.stop();
            stopped = timer.remainingTime() == -1;
        });
        QVERIFY(left > 5'000 && left <= 10'000);
        QVERIFY(stopped);
    }

    void aSocketThatIsReadyIsToldToItsNotifierUntilThatIsOff()
    {
        int told = 0;
        SocketPair pair;
        LoopThread loop;
        std::binary_semaphore first(0);
        std::binary_semaphore later(0);
        loop.run([&] {
            auto *notifier = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
            QObject::connect(notifier, &QSocketNotifier::activated, [&, notifier] {
                ++told;
                notifier->setEnabled(false);
                QTimer::singleShot(20ms, notifier, [&, notifier] {
                    delete notifier;
                    later.release();
                });
                first.release();
            });
        });
        QVERIFY(!first.try_acquire_for(10ms));
        QCOMPARE(::write(pair.ends[1], "x", 1), ssize_t{1});
        QVERIFY(first.try_acquire_for(5s));
        QVERIFY(later.try_acquire_for(5s)); // the byte is still unread
        QCOMPARE(told, 1);
    }

    void whatChangesWithinATurnIsWatchedAsItIsAtItsEnd()
    {
        SocketPair pair;
        LoopThread loop;
        std::binary_semaphore writable(0);
        std::binary_semaphore readable(0);
        int writes = 0;
        QSocketNotifier *reader = nullptr;
        QSocketNotifier *writer = nullptr;
        loop.run([&] {
            reader = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
            writer = new QSocketNotifier(pair.ends[0], QSocketNotifier::Write);
            QObject::connect(reader, &QSocketNotifier::activated, [&] {
                reader->setEnabled(false);
                readable.release();
            });
            QObject::connect(writer, &QSocketNotifier::activated, [&] {
                ++writes;
                writer->setEnabled(false);
                writable.release();
            });
            for (QSocketNotifier *notifier : {writer, reader}) {
                notifier->setEnabled(false);
                notifier->setEnabled(true);
            }
        });
        QVERIFY(writable.try_acquire_for(5s));
        loop.run([&] { // as Qt does around each write
            writer->setEnabled(true);
            writer->setEnabled(false);
        });
        QCOMPARE(::write(pair.ends[1], "x", 1), ssize_t{1});
        QVERIFY(readable.try_acquire_for(5s));
        QCOMPARE(writes, 1);
        loop.run([&] {
            delete reader;
            delete writer;
        });
    }

    void aDescriptorsNumberThatIsUsedAgainIsWatchedAgain()
    {
        LoopThread loop;
        for (int round = 0; round < 3; ++round) {
            SocketPair pair; // the same numbers each time
            std::binary_semaphore readable(0);
            QSocketNotifier *notifier = nullptr;
            loop.run([&] {
                notifier = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
                QObject::connect(notifier, &QSocketNotifier::activated, [&] {
                    notifier->setEnabled(false);
                    readable.release();
                });
            });
            QCOMPARE(::write(pair.ends[1], "x", 1), ssize_t{1});
            QVERIFY(readable.try_acquire_for(5s));
            loop.run([&] { delete notifier; });
        }
    }

    void aConnectionEchoesMoreThanItsBuffersHold()
    {
        const QByteArray sent(4 * 1024 * 1024, 'x');
        QByteArray received;
        LoopThread loop;
        std::binary_semaphore done(0);
        QTcpServer *server = nullptr;
        quint16 port = 0;
        loop.run([&] {
            server = new QTcpServer;
            QObject::connect(server, &QTcpServer::newConnection, server, [&] {
                QTcpSocket *socket = server->nextPendingConnection();
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [socket] { socket->write(socket->readAll()); });
            });
            server->listen(QHostAddress::LocalHost);
            port = server->serverPort();
        });
        loop.run([&] {
            auto *client = new QTcpSocket(server);
            QObject::connect(client, &QTcpSocket::connected, client, [&, client] { client->write(sent); });
            QObject::connect(client, &QTcpSocket::readyRead, client, [&, client] {
                received += client->readAll();
                if (received.size() == sent.size())
                    done.release();
            });
            client->connectToHost(QHostAddress::LocalHost, port);
        });
        QVERIFY(done.try_acquire_for(30s));
        loop.run([&] { delete server; });
        QVERIFY(received == sent);
    }
};

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epoll_dispatcher.moc"
