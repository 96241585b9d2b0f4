// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link_follower.h"

#include <QTest>

using namespace parallax;

class TestLinkFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewTokenIsInTheLinksAtOnce()
    {
        LinkFollower follower;
        std::vector<std::string> urls;
        connect(&follower, &LinkFollower::changed, this,
                [&](const Listening &listening) { urls = listening.urls; });
        const Config config{.service = {.bind = "127.0.0.1"}};
        follower.start(config, {.httpPort = 8081}, "old");
        QCOMPARE(urls, std::vector<std::string>{"http://127.0.0.1:8081/t/old"});
        follower.setToken("new");
        QCOMPARE(urls, std::vector<std::string>{"http://127.0.0.1:8081/t/new"});
        follower.stop();
        follower.setToken("too late");
        QCOMPARE(urls, std::vector<std::string>{"http://127.0.0.1:8081/t/new"});
    }
};

QTEST_GUILESS_MAIN(TestLinkFollower)
#include "tst_link_follower.moc"
