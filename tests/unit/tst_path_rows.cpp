// SPDX-License-Identifier: GPL-3.0-or-later
#include "stored_watch.h"

#include "core/data/end_to_end.h"
#include "core/store/minute_figures.h"
#include "core/store/path_blocks.h"
#include "core/store/path_json.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <random>

using namespace parallax;
using namespace std::chrono_literals;

/// The rows of the store that hold a path's rounds: packed, damaged, by minute.
class TestPathRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("store.sqlite"));
    }

    void aDamagedBlockIsNamedAndSkipped_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("a flipped byte")
            << QStringLiteral("UPDATE path_rounds SET content = substr(content, 1, 40) || x'5a5a' ||"
                              " substr(content, 43) WHERE first = 60");
        QTest::newRow("cut off") << QStringLiteral(
            "UPDATE path_rounds SET content = substr(content, 1, length(content) / 2) WHERE first = 60");
        QTest::newRow("nothing") << QStringLiteral("UPDATE path_rounds SET content = '' WHERE first = 60");
        QTest::newRow("says that it needs 4 GiB") << QStringLiteral(
            "UPDATE path_rounds SET content = x'ffffffff' || substr(content, 5) WHERE first = 60");
        QTest::newRow("another's rounds")
            << QStringLiteral("UPDATE path_rounds SET content = (SELECT content FROM path_rounds WHERE"
                              " first = 0) WHERE first = 60");
    }
    void aDamagedBlockIsNamedAndSkipped()
    {
        QFETCH(QString, damage);
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(180);
        QVERIFY(watch.write(store.value()));
        execute(m_file, damage);
        const LoadedPath path = loaded(store.value());
        QCOMPARE(path.damaged, std::vector<std::string>{"61–120"});
        const PathHistory &history = path.state.history;
        QCOMPARE(history.rounds(), std::size_t{180}); // the others keep their numbers
        QVERIFY(history.block(120, 60) == watch.expected.history.block(120, 60));
        QVERIFY(!history.hops().at(1).at(90).asked());
    }

    /// However much that is: it is not unpacked any further.
    void aBlockThatHoldsMoreThanItSaysIsDamaged()
    {
        Watch watch;
        watch.watch(60);
        QByteArray row = packedRounds(watch.expected.history.block(0, 60));
        const auto length = qFromBigEndian<quint32>(row.constData());
        QVERIFY(unpacked(row));
        qToBigEndian(length - 1, row.data());
        QVERIFY(!unpacked(row));
        qToBigEndian(length + 1, row.data());
        QVERIFY(!unpacked(row));
    }

    void roundsOfARouterThatIsNotThereAreDamaged()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(60);
        QVERIFY(watch.write(store.value()));
        execute(m_file, QStringLiteral("DELETE FROM path_responder WHERE ttl = 2"));
        const LoadedPath path = loaded(store.value());
        QCOMPARE(path.damaged, std::vector<std::string>{"1–60"});
        QCOMPARE(path.state.history.rounds(), std::size_t{0});
    }

    void aDamagedHeadIsListedAndSaysSoWhenOpened()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(5);
        QVERIFY(watch.write(store.value()));
        execute(m_file, QStringLiteral("UPDATE path SET request = '{'"));
        const auto list = store.value().paths().list();
        QCOMPARE(list.value().size(), std::size_t{1});
        const auto path = store.value().paths().load(list.value().front().id);
        QVERIFY(!path);
        QVERIFY(holds(path.error().message, "sydney.example is damaged"));
    }

    void aMinuteThatWasMostlyLostKeepsItsAnswers()
    {
        RoundBlock block;
        for (std::size_t round = 0; round < 60; ++round) {
            const bool lost = round < 35;
            block.starts.emplace_back(fixtures::watchBegan() + round * 1s);
            block.ends.push_back(lost ? 0 : 3);
            block.samples[3].emplace_back(HopSample{.rttMicroseconds = lost ? HopSample::lost : 10'000});
        }
        RoundBlock rolledUp;
        for (const MinuteFigures &minute : minutesOf(block))
            appendMinute(rolledUp, minute);
        PathHistory history;
        history.append(rolledUp);
        EndToEnd whole(history);
        int lost = 0;
        for (std::size_t round = 0; round < 60; ++round)
            lost += whole.at(round).answered() ? 0 : 1;
        QCOMPARE(lost, 35);
    }

    /// A target that is asked every fifth round is no gap for most of the minute.
    void aMinutesQuestionsAreSpreadOverIt()
    {
        RoundBlock block;
        for (std::size_t round = 0; round < 300; ++round) {
            block.starts.emplace_back(fixtures::watchBegan() + round * 200ms);
            block.ends.push_back(round % 5 == 0 ? 3 : 0);
            block.samples[3].emplace_back(round % 5 == 0 ? HopSample{10'000, 0} : HopSample{});
        }
        RoundBlock rolledUp;
        appendMinute(rolledUp, minutesOf(block).front());
        const std::vector<HopSample> &samples = rolledUp.samples.at(3);
        const auto asked = [](const HopSample &sample) { return sample.asked(); };
        QCOMPARE(std::count_if(samples.begin(), samples.end(), asked), std::ptrdiff_t{60});
        for (std::size_t from = 0; from < 300; from += 5)
            QVERIFY(std::any_of(samples.begin() + static_cast<std::ptrdiff_t>(from),
                                samples.begin() + static_cast<std::ptrdiff_t>(from) + 5, asked));
    }

    void roundsSurviveBeingPacked()
    {
        RoundBlock block{.first = 86'340, .ends = {3, 0, 255}};
        for (const auto start : {5s, 7s, 6s}) // a clock may be set
            block.starts.push_back(Timestamp(start) + 1ns);
        block.samples[1] = {{0, 0}, {HopSample::lost, 0}, {HopSample::notAsked, 0}};
        block.samples[2] = {{HopSample::notSent, 0}, {3, 0}, {HopSample::notSent, 0}};
        block.samples[3] = {{HopSample::refused, 0}, {3, 1}, {HopSample::refused, 0}};
        block.samples[255] = {{HopSample::refused - 1, 255}, {1, 0}, {2, 255}};
        const auto back = unpacked(packedRounds(block));
        QVERIFY(back);
        QVERIFY(back.value() == block);
    }

    void aRowThatClaimsToBeFarAwayIsDamaged()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(120);
        QVERIFY(watch.write(store.value()));
        RoundBlock far = watch.expected.history.block(60, 60);
        far.first = std::uint64_t{1} << 39; // all rounds before it would not fit into memory
        const auto database = openSqlite(m_file, false);
        QVERIFY(run(*database.value(),
                    QStringLiteral("UPDATE path_rounds SET first = ?, content = ? WHERE first = 60"),
                    {static_cast<qint64>(far.first), packedRounds(far)}));
        const LoadedPath path = loaded(store.value());
        QCOMPARE(path.damaged.size(), std::size_t{1});
        QCOMPARE(path.state.history.rounds(), std::size_t{60});
    }

    /// What is shown end to end has a place for each flow.
    void aHeadWithTooManyFlowsIsRefused()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(5);
        QVERIFY(watch.write(store.value()));
        execute(
            m_file,
            QStringLiteral("UPDATE path SET request = replace(request, '\"flows\":1', '\"flows\":1000')"));
        const auto path = store.value().paths().load(store.value().paths().list().value().front().id);
        QVERIFY(!path);
        QVERIFY(holds(path.error().message, "is damaged"));
    }

    void hostileRowsAreReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("row");
        Watch watch;
        watch.watch(60);
        const RoundBlock block = watch.expected.history.block(0, 60);
        QTest::newRow("rounds") << packedRounds(block);
        QTest::newRow("minutes") << packedMinutes(block);
    }
    void hostileRowsAreReadOrRefused()
    {
        QFETCH(QByteArray, row);
        const QByteArray bytes = qUncompress(row);
        std::mt19937 random(20'260'131); // NOLINT(cert-msc51-cpp): the same each time
        int refused = 0;
        for (int i = 0; i < 5000; ++i) {
            QByteArray changed = bytes;
            for (int change = 0; change < 3; ++change)
                changed[static_cast<qsizetype>(random() % static_cast<unsigned>(changed.size()))] =
                    static_cast<char>(random());
            const auto block = unpacked(qCompress(changed)); // the checksum is right
            if (!block)
                ++refused;
            else
                QCOMPARE(block.value().ends.size(), block.value().starts.size());
        }
        QVERIFY2(refused > 0, "seed 20260131");
    }

    void aRequestSurvivesTheStore()
    {
        const TraceRequest request{.target = "example.org",
                                   .kind = TraceRequest::Kind::Watch,
                                   .method = Method::TcpSyn,
                                   .family = AddressFamily::V6,
                                   .port = 443,
                                   .source = "2001:db8::1",
                                   .interface = "eth0",
                                   .tos = 184,
                                   .length = 1280,
                                   .firstTtl = 2,
                                   .maxTtl = 64,
                                   .maxInFlight = 4,
                                   .gap = 5ms,
                                   .names = false,
                                   .longestWait = 3s,
                                   .interval = 10s};
        const auto back = readRequest(requestJson(request));
        QVERIFY2(back, back ? "" : back.error().message.c_str());
        QVERIFY(back.value() == request);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPathRows)
#include "tst_path_rows.moc"
