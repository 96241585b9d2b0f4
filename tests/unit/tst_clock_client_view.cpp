// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_client_view.h"
#include "app/exit_code.h"
#include "tests/support/caught_output.h"

#include <QTest>

using namespace parallax;
using namespace parallax::fixtures;
using namespace std::chrono_literals;

namespace {

constexpr ClockId raw{1};
constexpr ClockId pid{2};

ClockClientOptions asking(ClockClientOptions::Output output = ClockClientOptions::Output::Text)
{
    return {.request = {.host = "clocks.example"},
            .schemes = {ClockScheme::Raw, ClockScheme::Pid},
            .output = output};
}

ClockOpened opened(ClockId clock, const char *address)
{
    return {.clock = clock,
            .request = asking().request,
            .address = {IpAddress::parse(address).value(), clockPort}};
}

ClockSampled lost(ClockId clock)
{
    return {.clock = clock, .counts = {.sent = 1, .lost = 1}};
}

ClockSampled answered(ClockId clock)
{
    constexpr Timestamp noon{1'800'000'000s};
    const ClockExchange exchange{.sent = noon, .received = noon, .answered = noon, .returned = noon + 4ms};
    return {.clock = clock,
            .samples = {ClockSample{.number = 1, .exchange = exchange}},
            .counts = {.sent = 1, .answered = 1}};
}

} // namespace

/// What `clock client` prints, where no terminal draws it anew.
class TestClockClientView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeadingNamesTheAddressThatAnswered()
    {
        const ClockClientOptions options = asking();
        ClockClientView view(options);
        const QByteArray before = outputOf(STDOUT_FILENO, [&] {
            view.apply(opened(raw, "192.0.2.1"));
            view.apply(lost(raw));
            view.apply(opened(raw, "2001:db8::1"));
            view.apply(opened(pid, "2001:db8::1"));
        });
        QCOMPARE(before, QByteArray()); // as long as it is not known
        const QByteArray text = outputOf(STDOUT_FILENO, [&] {
            view.apply(answered(pid));
            view.apply(answered(raw));
        });
        QVERIFY2(text.startsWith("Clock of clocks.example ([2001:db8::1]:12345), asked "), text.constData());
        QCOMPARE(text.count('\n'), 1);
    }

    void whereNobodyAnsweredItNamesTheAddressThatWasAsked()
    {
        const ClockClientOptions options = asking();
        ClockClientView view(options);
        int code = 0;
        const QByteArray text = outputOf(STDOUT_FILENO, [&] {
            view.apply(opened(raw, "192.0.2.1"));
            view.apply(lost(raw));
            code = view.finish();
        });
        QCOMPARE(code, exit_code::notReached);
        QVERIFY2(text.startsWith("Clock of clocks.example (192.0.2.1:12345), asked "), text.constData());
    }

    void anAddressThatCannotBeAskedIsABadArgument()
    {
        const ClockClientOptions options = asking();
        ClockClientView view(options);
        int code = 0;
        outputOf(STDERR_FILENO, [&] {
            view.apply(ClockFailed{raw, {}, {ErrorCode::InvalidArgument, "fe80::1: a link-local address"}});
            code = view.finish();
        });
        QCOMPARE(code, exit_code::badArguments);
    }

    void csvRowsTellWhoseTheyAre()
    {
        const ClockClientOptions options = asking(ClockClientOptions::Output::Csv);
        const QByteArray text = outputOf(STDOUT_FILENO, [&] {
            ClockClientView view(options);
            view.apply(opened(pid, "192.0.2.1"));
            view.apply(answered(pid));
        });
        const QByteArray client = QByteArray::number(static_cast<qulonglong>(pid));
        QVERIFY2(text.trimmed().endsWith(',' + client + ",192.0.2.1:12345,frame"), text.constData());
    }

    void jsonHasNoHeading()
    {
        const ClockClientOptions options = asking(ClockClientOptions::Output::Json);
        const QByteArray text = outputOf(STDOUT_FILENO, [&] {
            ClockClientView view(options);
            view.apply(opened(raw, "192.0.2.1"));
            view.apply(answered(raw));
            view.finish();
        });
        QVERIFY2(text.startsWith('{'), text.constData());
        QCOMPARE(text.count('\n'), 1);
    }
};

QTEST_APPLESS_MAIN(TestClockClientView)
#include "tst_clock_client_view.moc"
