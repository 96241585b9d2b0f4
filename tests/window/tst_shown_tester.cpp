// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/pages/tester_table.h"
#include "ui/widgets/facts_view.h"
#include "ui/widgets/verdict_banner.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace parallax;

namespace {

QList<Update> updatesOf(quint64 session, const SessionRecord &record)
{
    const auto updates = fixtures::updatesOf(SessionId{session}, record);
    return {updates.begin(), updates.end()};
}

SessionRecord ofOneVisit(SessionRecord record)
{
    record.tester.visit = "a visit";
    return record;
}

bool shows(const QWidget *widget, const QString &part)
{
    const auto labels = widget->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->text().contains(part); });
}

Update listeningWith(const std::string &token)
{
    return Listening{.urls = {"http://192.0.2.7:8081/t/" + token, "http://[2001:db8::7]:8081/t/" + token},
                     .privileged = true};
}

QAction *exportAction(const QMainWindow &window)
{
    const auto actions = window.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(QStringLiteral("Ctrl+E"));
    });
    return found == actions.end() ? nullptr : *found;
}

QAction *actionNamed(const QMainWindow &window, const QString &text)
{
    const auto actions = window.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&text](const QAction *action) { return action->text() == text; });
    return found == actions.end() ? nullptr : *found;
}

/// Chooses a file in the dialog that is to come, once `meanwhile` has happened.
template<class Meanwhile>
void chooseFileAfter(Meanwhile meanwhile, const QString &file)
{
    QTimer::singleShot(0, qApp, [meanwhile, file] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        meanwhile();
        dialog->selectFile(file);
        static_cast<QDialog *>(dialog)->accept();
    });
}

/// Closes the message box that is to come, and keeps what it says.
class ClosedBox
{
public:
    ClosedBox()
    {
        QObject::connect(&m_looking, &QTimer::timeout, &m_looking, [this] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            m_said = box->text();
            box->reject();
        });
        m_looking.start(5);
    }

    const QString &said() const { return m_said; }

private:
    QTimer m_looking;
    QString m_said;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What the window says of runs that are over, and what it asks for with all of them in mind.
class TestShownTester : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFurtherRunOfTheShownTesterIsCountedAtOnce()
    {
        MainWindow window(Config{}, m_words);
        window.apply(updatesOf(1, ofOneVisit(fixtures::proxy())));
        window.apply(updatesOf(2, ofOneVisit(fixtures::direct())));
        const auto *facts = window.findChild<FactsView *>();
        QTRY_VERIFY(shows(facts, QStringLiteral("2, not of one kind")));
        window.apply(updatesOf(3, ofOneVisit(fixtures::tunnel())));
        QTRY_VERIFY(shows(facts, QStringLiteral("3, not of one kind")));
    }

    void aRunThatBrokeOffBeforeAnyVerdictHasNoPercentage()
    {
        SessionRecord record = fixtures::incomplete();
        record.verdict = {};
        VerdictBanner banner(m_words);
        banner.setRecord(record);
        QVERIFY(shows(&banner, m_words.end(record.end)));
        QVERIFY(!shows(&banner, QStringLiteral("sure")));
        record.verdict.confidence = 0.9;
        banner.setRecord(record);
        QVERIFY(shows(&banner, QStringLiteral("sure · ") + m_words.end(record.end)));
    }

    void whatTheCaptureLostIsSaidOnce()
    {
        MainWindow window(Config{}, m_words);
        window.apply({listeningWith("TOKEN")});
        for (const quint64 session : {quint64{1}, quint64{2}}) {
            window.apply(updatesOf(session, fixtures::running()));
            window.apply(
                {Update(SessionClosed{.session = SessionId{session}, .captureDrops = 7, .droppedSoFar = 7})});
        }
        QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("status"))
                        ->text()
                        .endsWith(QStringLiteral("· 7 dropped")));
    }

    void theChosenAddressStaysWhenTheLinkIsRenewed()
    {
        MainWindow window(Config{}, m_words);
        window.apply({listeningWith("first")});
        auto *links = window.findChild<QComboBox *>(QStringLiteral("links"));
        QTRY_COMPARE(links->count(), 2);
        links->setCurrentIndex(1);
        window.apply({listeningWith("second")});
        QTRY_COMPARE(links->currentText(), QStringLiteral("http://[2001:db8::7]:8081/t/second"));
    }

    void anExportOfAllHandsOutOnlyWhatIsNotStored()
    {
        MainWindow window(Config{}, m_words);
        SessionRecord unsaved = fixtures::proxy();
        unsaved.stored = false;
        window.apply({Update(HistoryLoaded{{fixtures::direct()}})});
        window.apply(updatesOf(1, fixtures::tunnel()));
        window.apply(updatesOf(2, unsaved));
        window.apply(updatesOf(3, fixtures::running()));
        QTRY_VERIFY(exportAction(window)->isEnabled());
        const QSignalSpy exports(&window, &MainWindow::exportAllRequested);
        const QString file = m_settings.filePath(QStringLiteral("all.csv"));
        QTimer::singleShot(0, qApp, [&file] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            dialog->selectFile(file);
            static_cast<QDialog *>(dialog)->accept();
        });
        exportAction(window)->trigger();
        QCOMPARE(exports.size(), 1);
        QCOMPARE(exports[0][1].toString(), file);
        const auto handedOut = exports[0][2].value<std::vector<SessionRecord>>();
        QCOMPARE(handedOut.size(), std::size_t(1));
        QCOMPARE(handedOut[0].id, unsaved.id);
    }

    void aFileThatOnlyItsSuffixNamesIsNotReplacedUnasked()
    {
        MainWindow window(Config{}, m_words);
        window.apply({Update(HistoryLoaded{{fixtures::direct()}})});
        QTRY_VERIFY(exportAction(window)->isEnabled());
        QFile there(m_settings.filePath(QStringLiteral("there.csv")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.close();
        const QSignalSpy exports(&window, &MainWindow::exportAllRequested);
        bool asked = false;
        QTimer::singleShot(0, qApp, [this, &asked] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            QTimer::singleShot(0, qApp, [&asked] {
                auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                asked = question != nullptr;
                if (question)
                    question->reject();
            });
            dialog->selectFile(m_settings.filePath(QStringLiteral("there")));
            static_cast<QDialog *>(dialog)->accept();
            dialog->reject();
        });
        exportAction(window)->trigger();
        QVERIFY(asked);
        QVERIFY(exports.isEmpty());
    }

    void aPictureBearsTheVerdictOfTheMomentItIsSaved()
    {
        MainWindow window(Config{}, m_words);
        window.apply(updatesOf(1, fixtures::running()));
        QAction *save = actionNamed(window, QStringLiteral("RTT per &hop…"));
        QTRY_VERIFY(save->isEnabled());
        const QString file = m_settings.filePath(QStringLiteral("later.svg"));
        chooseFileAfter(
            [&window] {
                window.apply({Update(Judged{.session = SessionId{1}, .verdict = fixtures::proxy().verdict})});
            },
            file);
        save->trigger();
        QVERIFY(contentOf(file).contains("Proxy · Dora"));
    }

    void aRunThatFailsWhileItsPictureIsSavedGivesNoOthersPicture()
    {
        MainWindow window(Config{}, m_words);
        window.apply(updatesOf(1, fixtures::running()));
        QAction *save = actionNamed(window, QStringLiteral("RTT per &hop…"));
        QTRY_VERIFY(save->isEnabled());
        window.apply(updatesOf(2, fixtures::proxy()));
        QTRY_COMPARE(window.findChild<TesterTable *>()->model()->rowCount(), 2);
        const QString file = m_settings.filePath(QStringLiteral("failed.svg"));
        const ClosedBox box;
        chooseFileAfter(
            [&window] {
                window.apply({Update(SessionFailed{SessionId{1}, "no pong came"})});
            },
            file);
        save->trigger();
        QVERIFY(!QFile::exists(file));
        QVERIFY(box.said().contains(QStringLiteral("no longer shown")));
    }

    void runsThatGoOnAreNotExported()
    {
        MainWindow window(Config{}, m_words);
        window.apply(updatesOf(1, fixtures::running()));
        auto *table = window.findChild<TesterTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectAll();
        const QSignalSpy exports(&window, &MainWindow::exportRequested);
        const ClosedBox box;
        chooseFileAfter([] {}, m_settings.filePath(QStringLiteral("none.csv")));
        Q_EMIT table->exportSelectedRequested(ExportFormat::TestersCsv);
        QVERIFY(exports.isEmpty());
        QVERIFY(box.said().contains(QStringLiteral("cannot be exported")));
    }

private:
    const Words m_words;
    OwnSettings m_settings;
};

QTEST_MAIN(TestShownTester)
#include "tst_shown_tester.moc"
