// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/application_rule.h"
#include "core/clock/clock_tracker.h"
#include "core/clock/correction_filter.h"
#include "core/clock/drift_filter.h"
#include "tests/unit/clock_link.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr unsigned seed = 20260131;
constexpr Duration calm = 200us; // jitter

std::unique_ptr<Estimator> estimatorNamed(const QByteArray &name)
{
    if (name == "drift")
        return std::make_unique<DriftFilter>();
    if (name == "raw")
        return makeEstimator(ClockScheme::Raw);
    if (name == "ewma")
        return makeEstimator(ClockScheme::Ewma);
    if (name == "kalman")
        return makeEstimator(ClockScheme::Kalman);
    return makeEstimator(name == "pid" ? ClockScheme::Pid : ClockScheme::Median);
}

void addEstimators()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"raw", "ewma", "kalman", "pid", "median", "drift"})
        QTest::newRow(name) << QByteArray(name);
}

/// The error after so many exchanges.
Duration errorAfter(Estimator &estimator, ClockLink &link, int count)
{
    Timestamp at{};
    for (int i = 0; i < count; ++i) {
        const ClockExchange exchange = link.next();
        at = exchange.returned;
        estimator.add(exchange);
    }
    return std::chrono::abs(estimator.estimate(at)->offset - link.truth(at));
}

/// 40 exchanges, of which every eighth was held up for a second on the way back.
Duration errorWithOutliers(Estimator &estimator, ClockLink &link)
{
    Timestamp at{};
    for (int i = 0; i < 200; ++i) {
        ClockExchange exchange = link.next();
        if (i % 8 == 3)
            exchange.returned += 1s;
        at = exchange.returned;
        estimator.add(exchange);
    }
    return std::chrono::abs(estimator.estimate(at)->offset - link.truth(at));
}

/// The original's loop against a server whose clock is ahead.
std::vector<Duration> loopErrors(ClockScheme scheme, Duration ahead, Duration way, int count)
{
    CorrectionFilter filter(scheme);
    ApplicationRule rule;
    std::vector<Duration> errors;
    for (int i = 0; i < count; ++i) {
        const Duration measured = ahead - rule.applied() + way;
        rule.add(filter.next(measured), 2 * way);
        errors.push_back(ahead - rule.applied());
    }
    return errors;
}

Duration deviationOf(const std::vector<Duration> &values)
{
    std::vector<ClockPoint> points;
    points.reserve(values.size());
    for (const Duration value : values)
        points.push_back({.value = value});
    return statisticsOf(points).deviation;
}

} // namespace

/// What each estimator promises, on made-up links in virtual time.
class TestClockEstimators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneKnowsNothing_data() { addEstimators(); }
    void anEmptyOneKnowsNothing()
    {
        QFETCH(QByteArray, name);
        QVERIFY(!estimatorNamed(name)->estimate(ClockLink::begin));
    }

    void aConstantOffsetConverges_data() { addEstimators(); }
    void aConstantOffsetConverges()
    {
        QFETCH(QByteArray, name);
        const auto estimator = estimatorNamed(name);
        ClockLink link({.offset = 250ms, .jitter = 0us}, seed);
        QCOMPARE_LE(errorAfter(*estimator, link, 100), 1us);
    }

    void aStepIsFollowed_data() { addEstimators(); }
    void aStepIsFollowed()
    {
        QFETCH(QByteArray, name);
        const auto estimator = estimatorNamed(name);
        ClockLink link({.offset = 250ms, .jitter = calm}, seed);
        errorAfter(*estimator, link, 300);
        link.step(-80ms);
        QCOMPARE_LE(errorAfter(*estimator, link, 300), 1ms);
    }

    void aStepSmallerThanTheRoundTripIsFollowed_data() { addEstimators(); }
    void aStepSmallerThanTheRoundTripIsFollowed()
    {
        QFETCH(QByteArray, name);
        const auto estimator = estimatorNamed(name);
        ClockLink link({.jitter = calm}, seed);
        errorAfter(*estimator, link, 300);
        link.step(3ms);
        QCOMPARE_LE(errorAfter(*estimator, link, 300), 1ms);
    }

    /// Raw, EWMA, Kalman and PID are pulled by half a second as the original's were; these two are not.
    void outliersAreSurvived_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("median") << QByteArray("median");
        QTest::newRow("drift") << QByteArray("drift");
    }
    void outliersAreSurvived()
    {
        QFETCH(QByteArray, name);
        const auto estimator = estimatorNamed(name);
        ClockLink link({.offset = 250ms, .jitter = calm}, seed);
        QCOMPARE_LE(errorWithOutliers(*estimator, link), 100us);
    }

    void theUncertaintyIsNeitherNothingNorTheRoundTrip_data() { addEstimators(); }
    void theUncertaintyIsNeitherNothingNorTheRoundTrip()
    {
        QFETCH(QByteArray, name);
        const auto estimator = estimatorNamed(name);
        ClockLink link({.offset = 250ms, .jitter = calm}, seed);
        errorAfter(*estimator, link, 300);
        const Duration uncertainty = estimator->estimate(ClockLink::begin + 30s)->uncertainty;
        QCOMPARE_GE(uncertainty, 1us);
        QCOMPARE_LE(uncertainty, 1ms);
    }

    void theOrderOfClientsDoesNotMatter_data() { addEstimators(); }
    void theOrderOfClientsDoesNotMatter()
    {
        QFETCH(QByteArray, name);
        const auto alone = estimatorNamed(name);
        const auto beside = estimatorNamed(name);
        const auto other = estimatorNamed(name);
        ClockLink link({.offset = 250ms}, seed);
        ClockLink sameLink({.offset = 250ms}, seed);
        ClockLink otherLink({.offset = -3s}, seed + 1);
        for (int i = 0; i < 100; ++i) {
            alone->add(link.next());
            other->add(otherLink.next());
            beside->add(sameLink.next());
            other->add(otherLink.next());
        }
        QCOMPARE(*alone->estimate(ClockLink::begin + 10s), *beside->estimate(ClockLink::begin + 10s));
    }

    void theOriginalsLoopConverges_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("raw") << 1;
        QTest::newRow("ewma") << 2;
        QTest::newRow("kalman") << 3;
        QTest::newRow("pid") << 4;
    }
    /// Its bias is a round trip: it adds half of one where that is to be subtracted.
    void theOriginalsLoopConverges()
    {
        QFETCH(int, scheme);
        const auto errors = loopErrors(static_cast<ClockScheme>(scheme), 250ms, 20us, 600);
        const std::vector<Duration> settled(errors.end() - 100, errors.end());
        QCOMPARE_LE(deviationOf(settled), 100us);
        QCOMPARE_LE(std::chrono::abs(settled.back()), 50us);
    }

    void aLoopThatIsFarOffStartsOver()
    {
        ApplicationRule rule;
        for (int i = 0; i < 15; ++i)
            rule.add(0us, 0us);
        QVERIFY(!rule.add(400ms, 0us).startedOver);
        QVERIFY(rule.add(600ms, 0us).startedOver);
    }

    void aLoopAsksLessOftenTheBetterItIs()
    {
        ApplicationRule rule;
        rule.add(150ms, 0us);
        QCOMPARE(rule.interval(), Duration(1s));
        for (int i = 0; i < 10; ++i)
            rule.add(50ms, 0us);
        QCOMPARE(rule.interval(), Duration(2s));
        for (int i = 0; i < 10; ++i)
            rule.add(1ms, 0us);
        QCOMPARE(rule.interval(), Duration(5s));
    }
};

QTEST_APPLESS_MAIN(TestClockEstimators)
#include "tst_clock_estimators.moc"
