// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/epoll_dispatcher.h"

#include <QObject>
#include <QThread>

#include <array>
#include <functional>

#include <sys/socket.h>
#include <unistd.h>

namespace parallax {

/// A thread with the event loop in question. Runs what it is given there and waits for it.
class LoopThread
{
public:
    LoopThread()
    {
        m_thread.setEventDispatcher(new EpollDispatcher);
        m_object.moveToThread(&m_thread);
        m_thread.start();
    }
    ~LoopThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    LoopThread(const LoopThread &) = delete;
    LoopThread &operator=(const LoopThread &) = delete;

    void post(const std::function<void()> &function)
    {
        QMetaObject::invokeMethod(&m_object, function, Qt::QueuedConnection);
    }
    void run(const std::function<void()> &function)
    {
        QMetaObject::invokeMethod(&m_object, function, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_object;
};

struct SocketPair {
    SocketPair() { ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()); }
    ~SocketPair()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    std::array<int, 2> ends{-1, -1};
};

} // namespace parallax
