// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

using Layers = QMap<QString, QSet<QString>>;

Layers readLayers()
{
    QFile file(QStringLiteral(LAYERS_FILE));
    Layers layers;
    if (!file.open(QIODevice::ReadOnly))
        return layers;
    while (!file.atEnd()) {
        const auto parts = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(':'));
        if (parts.size() != 2)
            continue;
        const auto names = parts[1].split(QLatin1Char(' '), Qt::SkipEmptyParts);
        layers.insert(parts[0], QSet<QString>(names.begin(), names.end()));
    }
    return layers;
}

QStringList filesUnder(const QString &folder)
{
    QStringList paths;
    QDirIterator files(QStringLiteral(SOURCE_DIR "/") + folder,
                       {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << files.next();
    return paths;
}

QStringList capturesIn(const QString &path, const QRegularExpression &expression)
{
    QFile file(path);
    QStringList captures;
    if (!file.open(QIODevice::ReadOnly))
        return captures;
    auto matches = expression.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        captures << matches.next().captured(1);
    return captures;
}

const QRegularExpression
    ownInclude(QStringLiteral("^\\s*#\\s*include\\s*\"((?:core/[a-z_]+|ui|app)/[^\"]*)\""),
               QRegularExpression::MultilineOption);
const QRegularExpression
    qtInclude(QStringLiteral("^\\s*#\\s*include\\s*<(Q[A-Za-z]+|Qt[A-Za-z]+/[A-Za-z]+)>"),
              QRegularExpression::MultilineOption);

bool isIn(const QString &header, const QSet<QString> &folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [&](const QString &folder) { return header.startsWith(folder + QLatin1Char('/')); });
}

} // namespace

/// The architecture, executed: every #include of our own headers is allowed by the DEPENDS of its folder.
class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeIsADeclaredDependency()
    {
        const Layers layers = readLayers();
        QVERIFY(layers.contains(QStringLiteral("core/data")));
        QStringList violations;
        for (auto layer = layers.begin(); layer != layers.end(); ++layer) {
            const QSet<QString> allowed = layer.value() + QSet<QString>{layer.key()};
            for (const QString &path : filesUnder(layer.key())) {
                for (const QString &header : capturesIn(path, ownInclude)) {
                    if (!isIn(header, allowed))
                        violations << path + QStringLiteral(" must not include ") + header;
                }
            }
        }
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(QLatin1Char('\n'))));
    }

    void foldersWithoutQtIncludeNone()
    {
        QStringList violations;
        for (const char *folder : {"base", "data", "document", "packet", "probe", "tcp", "strategy",
                                   "evidence", "clock", "trace", "geo"}) {
            for (const QString &path : filesUnder(QStringLiteral("core/") + QLatin1String(folder))) {
                for (const QString &header : capturesIn(path, qtInclude))
                    violations << path + QStringLiteral(" must not include ") + header;
            }
        }
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(QLatin1Char('\n'))));
    }

    void everySourceFileSaysItsLicence()
    {
        QStringList without;
        for (const char *folder : {"app", "core", "ui", "tests"}) {
            for (const QString &path : filesUnder(QLatin1String(folder))) {
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (!file.readLine().startsWith("// SPDX-License-Identifier: GPL-3.0-or-later"))
                    without << path;
            }
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(QLatin1Char('\n'))));
    }
};

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
