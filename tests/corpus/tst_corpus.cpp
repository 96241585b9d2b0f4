// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/scores.h"

#include "core/data/names.h"
#include "core/evidence/judge.h"
#include "core/scenario/simulate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace parallax;
using namespace parallax::corpus;

namespace {

constexpr std::size_t leastRecords = 60;
constexpr std::uint32_t firstSeed = 1001; // tests/scenario, which the weights were chosen with, has 1 to 40
constexpr std::uint32_t seedsPerRecord = 20;
constexpr double smallestWanted = 10.0; // ms: every detour from here on
constexpr double smallWanted = 5.0; // ms: this part of them
constexpr double smallShareWanted = 0.8;

void printFigure(const char *name, double value, const char *goal)
{
    std::printf("figure: %s %.2f (goal %s)\n", name, value, goal);
}

long wrongOnes(const std::vector<Judged> &all)
{
    return std::count_if(all.begin(), all.end(), [](const Judged &judged) { return judged.wrong(); });
}

bool undecided(const SessionRecord &record)
{
    return morePingsMayDecide(judge(record));
}

void printMisses(const std::vector<Judged> &all)
{
    for (const Judged &judged : all) {
        if (!judged.found())
            std::printf("%s: %s is %s, truly %s (%.2f)\n", judged.wrong() ? "wrong" : "open",
                        judged.known->name.c_str(), nameOf(judged.verdict.kind).data(),
                        nameOf(judged.known->kinds.front()).data(), judged.verdict.confidence);
    }
}

double part(int count, int all)
{
    return all == 0 ? 0.0 : static_cast<double>(count) / all;
}

} // namespace

/// The verdict against what was true, over every path that the lab can build.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_corpus = readCorpus(QStringLiteral(RECORDS));
        for (const std::string &damaged : m_corpus.damaged)
            std::printf("damaged: %s\n", damaged.c_str());
        QVERIFY(m_corpus.damaged.empty());
        QVERIFY2(m_corpus.records.size() >= leastRecords, "record more with scripts/corpus.sh");
        for (const Known &known : m_corpus.records)
            m_judged.push_back({&known, judge(known.record)});
    }

    void noRunIsCalledWhatItIsNot()
    {
        print("As recorded", confusionOf(m_judged));
        printMisses(m_judged);
        printRoc(m_judged);
        const auto wrong = wrongOnes(m_judged);
        printFigure("corpus_records", static_cast<double>(m_judged.size()), ">= 60");
        printFigure("corpus_wrong", static_cast<double>(wrong), "0");
        QCOMPARE(wrong, 0);
    }

    void everyDetourFromTenMillisecondsOnIsFoundByItsKind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("proxy") << static_cast<int>(VerdictKind::Proxy);
        QTest::newRow("tunnel") << static_cast<int>(VerdictKind::Tunnel);
    }
    void everyDetourFromTenMillisecondsOnIsFoundByItsKind()
    {
        QFETCH(int, kind);
        const auto found = foundByDetour(m_judged, static_cast<VerdictKind>(kind));
        for (const auto &[detour, each] : found)
            std::printf("found: %s with a detour of %.0f ms: %d of %d\n", QTest::currentDataTag(), detour,
                        each.right, each.runs);
        const auto smallest = smallestFound(found);
        QVERIFY(smallest);
        printFigure((std::string("corpus_smallest_detour_ms_") + QTest::currentDataTag()).c_str(), *smallest,
                    "<= 10, at no false positive");
        QVERIFY(*smallest <= smallestWanted);
        const Found small = found.contains(smallWanted) ? found.at(smallWanted) : Found{};
        printFigure((std::string("corpus_found_of_5_ms_") + QTest::currentDataTag()).c_str(),
                    part(small.right, small.runs), ">= 0.8");
        QVERIFY(part(small.right, small.runs) >= smallShareWanted);
    }

    void otherChancesChangeNoKind()
    {
        std::vector<Known> twins;
        twins.reserve(m_corpus.records.size() * seedsPerRecord);
        for (const Known &known : m_corpus.records) {
            for (std::uint32_t seed = firstSeed; seed < firstSeed + seedsPerRecord; ++seed) {
                Known twin = known;
                twin.record = simulate(twinOf(known, seed), {.goesOn = &undecided});
                twins.push_back(std::move(twin));
            }
        }
        std::vector<Judged> judged;
        judged.reserve(twins.size());
        for (const Known &twin : twins)
            judged.push_back({&twin, judge(twin.record)});
        print("The same networks, simulated with 20 other seeds each", confusionOf(judged));
        for (const VerdictKind kind : {VerdictKind::Proxy, VerdictKind::Tunnel}) {
            for (const auto &[detour, each] : foundByDetour(judged, kind))
                std::printf("found: %s with a detour of %.0f ms: %d of %d\n", nameOf(kind).data(), detour,
                            each.right, each.runs);
        }
        for (const Calibration &bin : calibrationOf(judged))
            std::printf("calibration: called with %.0f %%: %d runs, %.1f %% not wrong, %.1f %% of the "
                        "named kind\n",
                        100 * bin.from, bin.runs, 100 * part(bin.right, bin.runs),
                        100 * part(bin.ofThatKind, bin.runs));
        std::vector<Judged> mistakes;
        std::copy_if(judged.begin(), judged.end(), std::back_inserter(mistakes),
                     [](const Judged &each) { return each.wrong(); });
        printMisses(mistakes);
        const auto wrong = wrongOnes(judged);
        printFigure("corpus_twins_wrong", static_cast<double>(wrong), "0");
        QCOMPARE(wrong, 0);
    }

    void aDamagedRecordIsNamedAndSkipped()
    {
        const QTemporaryDir folder;
        const QString good = QStringLiteral(RECORDS "/direct_42.json");
        QVERIFY(QFile::copy(good, folder.filePath(QStringLiteral("good.json"))));
        QFile whole(good);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QFile half(folder.filePath(QStringLiteral("half.json")));
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write(whole.readAll().left(1000));
        half.close();
        QFile unknown(folder.filePath(QStringLiteral("unknown.json")));
        QVERIFY(unknown.open(QIODevice::WriteOnly));
        unknown.write(R"({"name":"x","truth":{"kinds":["wormhole"],"detour_ms":0},"report":{}})");
        unknown.close();
        const Corpus corpus = readCorpus(folder.path());
        QCOMPARE(corpus.records.size(), std::size_t{1});
        QCOMPARE(corpus.damaged.size(), std::size_t{2});
        QVERIFY(corpus.damaged[0].find("half.json") == 0);
        QVERIFY(corpus.damaged[1].find("unknown.json") == 0);
    }

private:
    Corpus m_corpus;
    std::vector<Judged> m_judged;
};

QTEST_APPLESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
