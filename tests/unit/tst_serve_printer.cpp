// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve_printer.h"
#include "tests/support/caught_output.h"

#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace parallax;
using namespace parallax::fixtures;

namespace {

/// What is written to stderr while it lives.
class StderrCatcher
{
public:
    StderrCatcher()
        : m_before(::dup(STDERR_FILENO))
    {
        if (m_file.open())
            ::dup2(m_file.handle(), STDERR_FILENO);
    }
    ~StderrCatcher()
    {
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
    }
    StderrCatcher(const StderrCatcher &) = delete;
    StderrCatcher &operator=(const StderrCatcher &) = delete;

    qsizetype lines()
    {
        m_file.seek(0);
        return m_file.readAll().count('\n');
    }

private:
    QTemporaryFile m_file;
    int m_before;
};

/// The line of `serve` for a run that ends in this verdict.
QByteArray finishedLine(VerdictKind kind, double confidence)
{
    SessionRecord record;
    record.tester.peer = {IpAddress::fromV4(0xc0000207), 50'112};
    record.verdict.kind = kind;
    record.verdict.confidence = confidence;
    ServePrinter printer(false);
    return outputOf(STDOUT_FILENO, [&] {
        printer.apply({SessionClosed{.run = std::make_shared<const SessionRecord>(record)}});
    });
}

} // namespace

class TestServePrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTroubleIsToldOnceUntilItIsOver()
    {
        const Update unusable = Notice{.code = NoticeCode::StoreUnusable, .detail = "the disk is full"};
        const Update over = Notice{.code = NoticeCode::StoreUnusable, .cleared = true};
        ServePrinter printer(true);
        StderrCatcher caught;
        printer.apply({Notice{}});
        QCOMPARE(caught.lines(), 1);
        printer.apply({unusable, unusable, unusable});
        QCOMPARE(caught.lines(), 2);
        printer.apply({Notice{.code = NoticeCode::StoreUnusable, .detail = "the store is read-only"}});
        QCOMPARE(caught.lines(), 3);
        printer.apply({over, unusable});
        QCOMPARE(caught.lines(), 4);
    }

    void linesThatAreLostAreSaidOnce()
    {
        ServePrinter printer(true);
        const Update listening = Listening{.urls = {"http://192.0.2.1:8081/"}};
        StderrCatcher caught;
        std::fflush(stdout);
        const int before = ::dup(STDOUT_FILENO);
        const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
        ::dup2(full, STDOUT_FILENO);
        printer.apply({listening, listening});
        ::dup2(before, STDOUT_FILENO);
        ::close(before);
        ::close(full);
        QCOMPARE(caught.lines(), 1);
        QVERIFY(printer.lostLines());
    }

    void aVerdictIsSaidWithItsConfidence()
    {
        const QByteArray line = finishedLine(VerdictKind::Proxy, 0.97);
        QVERIFY2(line.startsWith("finished 192.0.2.7:50112  ") && line.contains("97"), line.constData());
    }

    void nobodyIsSoSureOfNoVerdict()
    {
        const QByteArray line = finishedLine(VerdictKind::Inconclusive, 0.0);
        QVERIFY2(line.startsWith("finished 192.0.2.7:50112  ") && !line.contains('%'), line.constData());
    }
};

QTEST_APPLESS_MAIN(TestServePrinter)
#include "tst_serve_printer.moc"
