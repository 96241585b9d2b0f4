// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failure.h"
#include "core/text/languages.h"
#include "core/text/words.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <array>
#include <string>
#include <vector>

using namespace parallax;

namespace {

struct Message {
    QString context{};
    QString source{};
    QString state{}; // "unfinished", or empty when done
    QStringList translations{}; // several when they depend on a number
};

QList<Message> messagesIn(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append({.context = context});
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().state = xml.attributes().value(QLatin1String("type")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations.append(text);
        }
    }
    return messages;
}

/// What a translation must keep: %1, %n, {name}. Nothing else is in braces.
QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?[0-9n]|\\{[^}]*\\}"));
    QStringList found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

QString listed(const QList<Message> &messages)
{
    QStringList lines;
    for (const Message &message : messages)
        lines << message.context + QStringLiteral(": ") + message.source;
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// Every word a person reads is there in every language. When this fails: scripts/translations.sh, then
/// translate.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &file :
             QDir(QStringLiteral(SOURCE_DIR "/translations")).entryList({QStringLiteral("*.ts")}))
            QVERIFY(QFile::copy(QStringLiteral(SOURCE_DIR "/translations/") + file, m_folder.filePath(file)));
        QProcess update;
        update.start(QStringLiteral(SOURCE_DIR "/scripts/translations.sh"),
                     {QStringLiteral(LUPDATE), m_folder.path()});
        QVERIFY(update.waitForFinished(60'000));
        QCOMPARE(update.exitCode(), 0);
    }

    void nothingIsUntranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("atLeast"); // strings, so that an update that found nothing does not pass
        QTest::newRow("German") << "parallax_de.ts" << 300;
        QTest::newRow("Simplified Chinese") << "parallax_zh_CN.ts" << 300;
        QTest::newRow("English plurals") << "parallax_en.ts" << 0;
    }

    void nothingIsUntranslated()
    {
        QFETCH(QString, file);
        QFETCH(int, atLeast);
        const auto messages = messagesIn(m_folder.filePath(file));
        QList<Message> open;
        std::copy_if(messages.begin(), messages.end(), std::back_inserter(open), [](const Message &m) {
            return !m.state.isEmpty() || m.translations.join(QString()).isEmpty();
        });
        QVERIFY2(open.isEmpty(), qPrintable(listed(open)));
        QVERIFY(messages.size() > atLeast);
    }

    void translationsKeepTheirPlaceholders()
    {
        QList<Message> broken;
        for (const char *file : {"parallax_de.ts", "parallax_zh_CN.ts"}) {
            for (const Message &message : messagesIn(m_folder.filePath(QLatin1String(file)))) {
                if (placeholdersIn(message.source) != placeholdersIn(message.translations.join(QString())))
                    broken << message;
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(listed(broken)));
    }

    void germanHasOneWordForAProbe()
    {
        static const QRegularExpression other(QStringLiteral("\\bProben?\\b"));
        QList<Message> found;
        for (const Message &message : messagesIn(m_folder.filePath(QStringLiteral("parallax_de.ts")))) {
            if (message.translations.join(QString()).contains(other))
                found << message;
        }
        QVERIFY2(found.isEmpty(), qPrintable(listed(found)));
    }

    /// With as many values as it has places: each is said, and none left open.
    void everyReasonCanBeSaid()
    {
        const std::array<Words, 2> languages{Words(QLocale(QLocale::German)),
                                             Words(QLocale(QLocale::Chinese))};
        const QString value = QStringLiteral("⟨value⟩");
        int reasons = 0;
        for (const Message &message : messagesIn(m_folder.filePath(QStringLiteral("parallax_de.ts")))) {
            if (message.context != QLatin1String("Reasons"))
                continue;
            ++reasons;
            const auto places = placeholdersIn(message.source).size();
            const Error error =
                failure(ErrorCode::Io, message.source.toStdString(),
                        std::vector<std::string>(static_cast<std::size_t>(places), value.toStdString()));
            for (const Words &words : languages) {
                const QString said = words.reason(error);
                QVERIFY2(placeholdersIn(said).isEmpty() && said.count(value) >= places, qPrintable(said));
            }
        }
        QVERIFY(reasons > 100);
    }

    void theTranslationsAreInTheProgram()
    {
        const Words german{QLocale(QLocale::German, QLocale::Germany)};
        QCOMPARE(german.kind(VerdictKind::Direct), QStringLiteral("Direkt"));
        QCOMPARE(german.milliseconds(std::chrono::microseconds(41'100)), QStringLiteral("41,1"));
        const Words chinese{QLocale(QLocale::Chinese)};
        QCOMPARE(chinese.languageTag(), QStringLiteral("zh-CN"));
        QVERIFY(chinese.kind(VerdictKind::Direct) != QStringLiteral("Direct"));
        QTranslator window;
        QVERIFY(loadTranslation(window, QLocale(QLocale::German)));
        QCOMPARE(window.translate("parallax::MainWindow", "Testers"),
                 QStringLiteral("Tester")); // as tr() asks
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
