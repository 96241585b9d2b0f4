// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/loop_thread.h"

#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <memory>
#include <semaphore>

using namespace parallax;
using namespace std::chrono_literals;

/// What ends the wait of a thread with an EpollDispatcher: interruptions, and events from it and from others.
class TestEpollWakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// quit() may come between the loop's look whether to go on and the turn.
    void whoIsInterruptedBeforeATurnDoesNotWaitInIt()
    {
        std::binary_semaphore turned(0);
        LoopThread thread;
        thread.post([&turned] {
            QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
            loop->interrupt();
            loop->processEvents(QEventLoop::WaitForMoreEvents);
            turned.release();
        });
        QVERIFY(turned.try_acquire_for(5s)); // a failure is told; the thread's end wakes it
    }

    /// Nothing else wakes it: an event that it missed would lie until the thread ends.
    void whatTheThreadPostsToItselfIsDeliveredAtOnce()
    {
        std::binary_semaphore delivered(0);
        const auto note = [&delivered] { delivered.release(); };
        SocketPair pair;
        LoopThread thread;
        QObject *target = nullptr;
        const auto post = [&] { QMetaObject::invokeMethod(target, note, Qt::QueuedConnection); };
        thread.run([&] {
            target = new QObject;
            QTimer::singleShot(1ms, target, post);
        });
        QVERIFY(delivered.try_acquire_for(5s)); // by a timer
        thread.run([&] {
            auto *notifier = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read, target);
            QObject::connect(notifier, &QSocketNotifier::activated, target, [notifier, post] {
                notifier->setEnabled(false);
                post();
            });
        });
        QCOMPARE(::write(pair.ends[1], "x", 1), ssize_t{1});
        QVERIFY(delivered.try_acquire_for(5s)); // by a socket
        thread.run([&] {
            QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                             target, post, Qt::SingleShotConnection);
        });
        QVERIFY(delivered.try_acquire_for(5s)); // by who hears that it is about to wait
        thread.run([&] { delete target; });
    }

    void whatIsPostedFromManyThreadsIsAllDelivered()
    {
        constexpr int each = 20'000;
        int count = 0;
        LoopThread loop;
        std::binary_semaphore done(0);
        QObject *target = nullptr;
        loop.run([&] { target = new QObject; });
        const auto post = [&] {
            for (int i = 0; i < each; ++i)
                QMetaObject::invokeMethod(target, [&] {
                    if (++count == 2 * each)
                        done.release();
                });
        };
        std::unique_ptr<QThread> other(QThread::create(post));
        other->start();
        post();
        QVERIFY(other->wait());
        QVERIFY(done.try_acquire_for(30s));
        loop.run([&] { delete target; });
    }
};

QTEST_GUILESS_MAIN(TestEpollWakes)
#include "tst_epoll_wakes.moc"
