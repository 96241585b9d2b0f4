// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "ui/dialogs/invitations_dialog.h"
#include "ui/dialogs/invite_dialog.h"
#include "ui/dialogs/setting_editor.h"
#include "ui/dialogs/setting_rules.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/start_failure.h"
#include "ui/models/invitation_model.h"
#include "ui/widgets/qr_code.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

#include <sys/stat.h>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

SettingEditor *editor(const QDialog &dialog, const char *name)
{
    return dialog.findChild<SettingEditor *>(QLatin1String(name));
}

QPushButton *okOf(const QDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whyTheProgramCannotStartIsSaidOnTheDesktop()
    {
        QString said;
        QTimer::singleShot(0, this, [&said] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            said = box->text();
            QCOMPARE(box->textFormat(), Qt::PlainText);
            QCOMPARE(box->buttons().size(), 1);
            box->buttons().constFirst()->click();
        });
        showStartFailure(QStringLiteral("pings must be from 1 to 1000, not <b>many</b>"));
        QVERIFY(said.endsWith(QStringLiteral("\n\npings must be from 1 to 1000, not <b>many</b>")));
    }

    void everySettingOfTheTableHasAnEditorWithALabel()
    {
        const Words words;
        const SettingsDialog dialog(Config{}, words);
        QCOMPARE(dialog.findChildren<SettingEditor *>().size(), static_cast<qsizetype>(settings().size()));
        QStringList unnamed;
        const auto editors = dialog.findChildren<SettingEditor *>();
        for (const SettingEditor *each : editors) {
            if (each->field()->accessibleName().isEmpty())
                unnamed << each->objectName();
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char(' '))));
    }

    void anEditedValueIsInTheConfiguration()
    {
        const Words words;
        SettingsDialog dialog(Config{}, words);
        editor(dialog, "pings")->setText(QStringLiteral("25"));
        editor(dialog, "allow-anonymous")->setText(QStringLiteral("true"));
        dialog.accept();
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.config().measure.pings, 25);
        QVERIFY(dialog.config().service.allowAnonymous);
    }

    void aNumberCannotLeaveItsRange()
    {
        const Words words;
        const SettingsDialog dialog(Config{}, words);
        editor(dialog, "max-ttl")->setText(QStringLiteral("1000"));
        QCOMPARE(editor(dialog, "max-ttl")->text(), QStringLiteral("64"));
    }

    void aMistakeIsSaidBesideItsFieldAndCannotBeAccepted_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        QTest::newRow("bind") << QStringLiteral("bind") << QStringLiteral("localhost; rm -rf");
        QTest::newRow("public-url") << QStringLiteral("public-url") << QStringLiteral("javascript:alert(1)");
        QTest::newRow("public-ws-url")
            << QStringLiteral("public-ws-url") << QStringLiteral("http://example.org");
        QTest::newRow("public-url in capitals")
            << QStringLiteral("public-url") << QStringLiteral("HTTP://example.org");
        QTest::newRow("api-token") << QStringLiteral("api-token") << QStringLiteral("secret");
        QTest::newRow("key") << QStringLiteral("key") << QStringLiteral("/nowhere/key.pem");
        QTest::newRow("ws-port") << QStringLiteral("ws-port") << QStringLiteral("8081");
    }
    void aMistakeIsSaidBesideItsFieldAndCannotBeAccepted()
    {
        QFETCH(QString, setting);
        QFETCH(QString, value);
        const Words words;
        SettingsDialog dialog(Config{}, words);
        editor(dialog, qPrintable(setting))->setText(value);
        QVERIFY(editor(dialog, qPrintable(setting))->hasComplaint());
        QVERIFY(!okOf(dialog)->isEnabled());
        dialog.accept();
        QVERIFY(dialog.result() != QDialog::Accepted);
        QCOMPARE(dialog.config(), Config{});
        editor(dialog, qPrintable(setting))->reset();
        QVERIFY(okOf(dialog)->isEnabled());
    }

    void theTabOfAMistakeIsMarked()
    {
        const Words words;
        const SettingsDialog dialog(Config{.fingerprintsFile = "/none/such"}, words);
        const auto *tabs = dialog.findChild<QTabWidget *>();
        QVERIFY(!okOf(dialog)->isEnabled());
        QCOMPARE(tabs->tabText(0), QStringLiteral("Service"));
        QCOMPARE(tabs->tabText(tabs->count() - 1), QStringLiteral("▲ Program"));
        editor(dialog, "fingerprints")->reset();
        QCOMPARE(tabs->tabText(tabs->count() - 1), QStringLiteral("Program"));
    }

    void aLanguageIsChosenByItsOwnName()
    {
        const Words words;
        SettingsDialog dialog(Config{}, words);
        auto *names = qobject_cast<QComboBox *>(editor(dialog, "language")->field());
        QVERIFY(names);
        QCOMPARE(names->currentText(), QStringLiteral("Desktop's own"));
        names->setCurrentIndex(names->findText(QStringLiteral("Deutsch")));
        dialog.accept();
        QCOMPARE(dialog.config().language, std::string("de"));
    }

    void aLanguageWithItsCountryIsKept()
    {
        const Words words;
        SettingsDialog dialog(Config{.language = "de_AT"}, words);
        dialog.accept();
        QCOMPARE(dialog.config().language, std::string("de_AT"));
        editor(dialog, "language")->reset();
        QCOMPARE(editor(dialog, "language")->text(), QString());
    }

    void theDefaultsHaveNoProblem() { QVERIFY(problemsOf(Config{}).empty()); }

    void aPageOfHttpsNeedsASocketOfWss()
    {
        Config config;
        config.service.publicUrl = "https://example.org";
        QVERIFY(problemsOf(config).contains("public-ws-url"));
        config.service.publicWebSocketUrl = "wss://example.org";
        QVERIFY(!problemsOf(config).contains("public-ws-url"));
    }

    void aTableOfFingerprintsIsTriedOut()
    {
        const QTemporaryDir folder;
        const auto problemOf = [](const QString &path) {
            Config config;
            config.fingerprintsFile = path.toStdString();
            const auto problems = problemsOf(config);
            const auto found = problems.find("fingerprints");
            return found == problems.end() ? QString() : found->second;
        };
        const QString path = folder.filePath(QStringLiteral("mine.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hosting 64500 Example\n");
        file.close();
        QVERIFY(problemOf(path).contains(QStringLiteral("line 1")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hosting 64500 Example | mine\n");
        file.close();
        QVERIFY(problemOf(path).isEmpty());
        const QString pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(problemOf(pipe).contains(QStringLiteral("cannot be read"))); // and does not wait for a writer
    }

    void anInvitationNeedsAName()
    {
        InviteDialog dialog;
        QVERIFY(!okOf(dialog)->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("  "));
        QVERIFY(!okOf(dialog)->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral(" Anna "));
        QVERIFY(okOf(dialog)->isEnabled());
        QCOMPARE(dialog.name(), QStringLiteral("Anna"));
        QCOMPARE(dialog.validFor(), std::chrono::seconds(24h));
        QVERIFY(!dialog.maxUses().has_value());
        dialog.findChild<QCheckBox *>(QStringLiteral("limited"))->setChecked(true);
        dialog.findChild<QSpinBox *>(QStringLiteral("uses"))->setValue(3);
        QCOMPARE(dialog.maxUses(), std::optional(3));
    }

    void onlyAUsableInvitationCanBeRevoked()
    {
        InvitationModel model;
        model.setNow(wallClock());
        model.put({.token = "TOKEN", .name = "Anna", .expires = wallClock() + 1h});
        InvitationsDialog dialog(&model);
        auto *revoke = dialog.findChild<QPushButton *>(QStringLiteral("revoke"));
        QSignalSpy revoked(&dialog, &InvitationsDialog::revokeRequested);
        revoke->click();
        QCOMPARE(revoked.count(), 1);
        QCOMPARE(revoked[0][0].toString(), QStringLiteral("TOKEN"));
        model.put({.token = "TOKEN", .name = "Anna", .expires = wallClock() + 1h, .revoked = true});
        QVERIFY(!revoke->isEnabled());
    }

    void anInvitationExpiresWhileItIsLookedAt()
    {
        InvitationModel model;
        const Timestamp before = wallClock() - 2h;
        model.setNow(before);
        model.put({.token = "TOKEN", .name = "Anna", .expires = before + 1h});
        const InvitationsDialog dialog(&model);
        const QModelIndex state = model.index(0, InvitationModel::State);
        QCOMPARE(state.data().toString(), QStringLiteral("Usable"));
        auto *clock = dialog.findChild<QTimer *>(QStringLiteral("clock"));
        QVERIFY(clock && clock->isActive() && clock->intervalAsDuration() <= 1min);
        clock->start(1);
        QTRY_COMPARE(state.data().toString(), QStringLiteral("Expired"));
    }

    void aQrCodeHasItsThreeFinders()
    {
        const QrCode code = qrCode(QStringLiteral("http://192.0.2.7:8081/t/k3VbQ9xTz4mP1sYwEo7RfA"));
        QVERIFY(code.side >= 21);
        const auto dark = [&](int x, int y) {
            const auto side = static_cast<std::size_t>(code.side);
            return code.dark[static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x)];
        };
        QVERIFY(dark(3, 3) && dark(code.side - 4, 3) && dark(3, code.side - 4)); // their middles
        QVERIFY(!dark(1, 1) && !dark(code.side - 2, 1) && !dark(1, code.side - 2)); // their light rings
    }

    void textThatFitsNoCodeGivesNone() { QCOMPARE(qrCode(QString(10'000, QLatin1Char('x'))).side, 0); }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
