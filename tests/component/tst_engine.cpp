// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace parallax;

namespace {

/// What is said while it starts.
std::vector<Notice> noticesOfStart(Engine &engine, const Config &config)
{
    std::vector<Notice> notices;
    QObject listener;
    QObject::connect(&engine, &Engine::updated, &listener, [&](const QList<Update> &updates) {
        for (const Update &update : updates) {
            if (const auto *notice = std::get_if<Notice>(&update))
                notices.push_back(*notice);
        }
    });
    engine.start(config);
    engine.stop();
    return notices;
}

std::vector<Notice> ofGeoFiles(std::vector<Notice> notices)
{
    std::erase_if(notices, [](const Notice &each) { return each.code != NoticeCode::GeoFilesUnusable; });
    return notices;
}

} // namespace

/// The measuring side as a whole, on loopback.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedGeoFilesAreNamedTogetherUntilTheyAreMended()
    {
        const QTemporaryDir folder;
        for (const char *name : {"asn.mmdb", "city.mmdb"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("damaged");
        }
        const Config config{.service = {.bind = "127.0.0.1",
                                        .httpPort = 0,
                                        .webSocketPort = 0,
                                        .apiToken = "0123456789abcdef"},
                            .geoDir = folder.path().toStdString()};
        Engine engine(nullptr, {}, folder.filePath(QStringLiteral("store.db")));

        const auto damaged = ofGeoFiles(noticesOfStart(engine, config));
        QCOMPARE(damaged.size(), std::size_t{1});
        QVERIFY(!damaged[0].cleared);
        QVERIFY(damaged[0].detail.find("asn.mmdb") != std::string::npos);
        QVERIFY(damaged[0].detail.find("city.mmdb") != std::string::npos);

        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("asn.mmdb"))));
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("city.mmdb"))));
        const auto mended = ofGeoFiles(noticesOfStart(engine, config));
        QCOMPARE(mended.size(), std::size_t{1});
        QVERIFY(mended[0].cleared);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
