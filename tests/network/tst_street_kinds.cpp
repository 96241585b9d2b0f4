// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/detour.h"
#include "tests/network/lab_main.h"
#include "tests/network/tester.h"

#include <QMap>

#include <cstdio>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

const QStringList kinds{QStringLiteral("direct"), QStringLiteral("proxy"), QStringLiteral("tunnel"),
                        QStringLiteral("inconclusive")};

StreetPlan jitteryLastCable()
{
    StreetPlan plan;
    plan.cables[5].jitterMean = 12ms;
    return plan;
}

StreetPlan lossyLastCable()
{
    StreetPlan plan;
    plan.cables[5].loss = 0.05;
    return plan;
}

/// The user is 10 ms (RTT) from the proxy, the proxy 6 ms from the server.
StreetPlan userNearTheProxy()
{
    StreetPlan plan;
    for (int cable = 2; cable < 6; ++cable)
        plan.cables[static_cast<std::size_t>(cable)].delay = 1ms;
    return plan;
}

/// How often each kind was found on one street.
using Counts = QMap<QString, int>;

Result<Counts> countKinds(const StreetPlan &plan, DetourStarter startDetour, const QString &name)
{
    const auto street = Street::build(plan);
    if (!street)
        return street.error();
    const auto detour = startDetour(*street.value());
    if (!detour)
        return detour.error();
    const auto server = Server::start(*street.value());
    if (!server)
        return server.error();
    const auto tester = Tester::start(*street.value(), detour.value().browserOptions);
    if (!tester)
        return tester.error();

    Counts counts;
    for (int i = 0; i < runsWanted(); ++i) {
        const auto run = measure(*server.value(), *tester.value(), server.value()->link());
        if (!run)
            return run.error();
        std::printf("run: %s %s confidence %.2f detour %.1f ms after %.2f s\n", qPrintable(name),
                    qPrintable(run.value().kind()), run.value().number(QStringLiteral("verdict/confidence")),
                    run.value().number(QStringLiteral("verdict/detour_ms")), run.value().verdictSeconds);
        ++counts[run.value().kind()];
        if (run.value().page.value(QStringLiteral("kind")).toString() != run.value().kind())
            ++counts[QStringLiteral("page disagrees")];
    }
    return counts;
}

} // namespace

Q_DECLARE_METATYPE(parallax::lab::StreetPlan)
Q_DECLARE_METATYPE(parallax::lab::DetourStarter)

/// Real Chromium behind real proxies: does the report name the right kind?
class TestStreetKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKindIsRight_data()
    {
        QTest::addColumn<StreetPlan>("plan");
        QTest::addColumn<DetourStarter>("detour");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("inconclusiveAllowed");

        const QString direct = QStringLiteral("direct");
        const QString proxy = QStringLiteral("proxy");
        const StreetPlan street;
        QTest::newRow("direct") << street << &noDetour << direct << 0;
        QTest::newRow("direct_6x") << street.farther(6) << &noDetour << direct << 0;
        QTest::newRow("direct_jitter") << jitteryLastCable() << &noDetour << direct << 1;
        QTest::newRow("direct_loss") << lossyLastCable() << &noDetour << direct << 1;
        QTest::newRow("direct_silent")
            << StreetPlan{.routersSilent = true} << &noDetour << direct << runsWanted();
        QTest::newRow("http_connect") << street << &httpConnectDetour << proxy << 1;
        QTest::newRow("socks5") << street << &socksDetour << proxy << 1;
        QTest::newRow("socks5_near") << userNearTheProxy() << &socksDetour << proxy << 1;
        QTest::newRow("openvpn") << street << &vpnDetour << QStringLiteral("tunnel") << 1;
    }

    void theKindIsRight()
    {
        QFETCH(StreetPlan, plan);
        QFETCH(DetourStarter, detour);
        QFETCH(QString, kind);
        QFETCH(int, inconclusiveAllowed);

        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const auto counts = countKinds(plan, detour, name);
        LAB_VERIFY(counts);
        m_matrix.append({name, counts.value()});
        const int right = counts.value().value(kind);
        const int inconclusive = counts.value().value(QStringLiteral("inconclusive"));
        printFigure(QStringLiteral("kinds_right_") + name, right, QString::number(runsWanted()));
        QCOMPARE(right + inconclusive, runsWanted());
        QVERIFY2(inconclusive <= inconclusiveAllowed, qPrintable(QString::number(inconclusive)));
        QVERIFY2(!counts.value().contains(QStringLiteral("page disagrees")), "page and report disagree");
    }

    void cleanupTestCase()
    {
        std::printf("matrix: %-15s", "");
        for (const QString &kind : kinds)
            std::printf(" %12s", qPrintable(kind));
        for (const auto &[name, counts] : qAsConst(m_matrix)) {
            std::printf("\nmatrix: %-15s", qPrintable(name));
            for (const QString &kind : kinds)
                std::printf(" %12d", counts.value(kind));
        }
        std::printf("\n");
    }

private:
    QList<QPair<QString, Counts>> m_matrix;
};

LAB_TEST_MAIN(TestStreetKinds)
#include "tst_street_kinds.moc"
