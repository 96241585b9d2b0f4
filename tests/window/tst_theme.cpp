// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks.h"
#include "ui/theme.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace parallax;

namespace {

constexpr std::array kinds{VerdictKind::Inconclusive, VerdictKind::Direct, VerdictKind::Proxy,
                           VerdictKind::Tunnel};
constexpr std::array layers{Layer::Path, Layer::Tcp, Layer::WebSocket, Layer::Control};

QByteArray drawn(VerdictKind kind)
{
    QImage image(16, 16, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintMark(painter, markOf(kind), image.rect(), Qt::black);
    painter.end();
    return {reinterpret_cast<const char *>(image.constBits()), static_cast<qsizetype>(image.sizeInBytes())};
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(contrast(Qt::white, Qt::white)), 1);
    }

    void everythingCanBeReadInBothThemes_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    void everythingCanBeReadInBothThemes()
    {
        QFETCH(QPalette, palette);
        QStringList unreadable;
        const auto expect = [&](const QString &what, const QColor &front, const QColor &back, double least) {
            if (contrast(front, back) < least)
                unreadable << QStringLiteral("%1: %2").arg(what).arg(contrast(front, back));
        };
        const QColor base = palette.color(QPalette::Base);
        const QColor window = palette.color(QPalette::Window);
        for (const VerdictKind kind : kinds) {
            const QString name = QStringLiteral("kind %1").arg(static_cast<int>(kind));
            expect(name + QStringLiteral(" words"), textOf(kind, palette), tint(fillOf(kind), palette), 4.5);
            expect(name + QStringLiteral(" stroke"), strokeOf(kind, palette), base, 3.0);
            expect(name + QStringLiteral(" label"), textOn(fillOf(kind)), fillOf(kind), 4.5);
        }
        for (const Layer layer : layers)
            expect(QStringLiteral("layer %1").arg(static_cast<int>(layer)), strokeOf(layer, palette), base,
                   3.0);
        expect(QStringLiteral("muted on base"), mutedText(palette), base, 4.5);
        expect(QStringLiteral("muted on window"), mutedText(palette), window, 4.5);
        expect(QStringLiteral("warning"), warningText(palette), window, 4.5);
        expect(QStringLiteral("text"), palette.color(QPalette::Text), base, 4.5);
        expect(QStringLiteral("selected"), palette.color(QPalette::HighlightedText),
               palette.color(QPalette::Highlight), 4.5);
        expect(QStringLiteral("link"), palette.color(QPalette::Link), base, 4.5);
        QVERIFY2(unreadable.isEmpty(), qPrintable(unreadable.join(QLatin1Char('\n'))));
    }

    void everyKindHasAShapeOfItsOwn()
    {
        QSet<QByteArray> shapes;
        for (const VerdictKind kind : kinds)
            shapes << drawn(kind);
        QCOMPARE(shapes.size(), static_cast<qsizetype>(kinds.size()));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
