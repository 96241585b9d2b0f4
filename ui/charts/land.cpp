// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/land.h"

#include <QFile>

// Outside of any namespace: the macro declares a function.
static void initLand()
{
    Q_INIT_RESOURCE(map);
}

namespace parallax {

namespace {

QPolygonF ringOf(const QByteArray &line)
{
    QPolygonF ring;
    QPoint at;
    const auto steps = line.trimmed().split(' ');
    for (const QByteArray &step : steps) {
        const auto numbers = step.split(',');
        if (numbers.size() != 2)
            continue;
        at += QPoint(numbers[0].toInt(), numbers[1].toInt());
        ring.append(QPointF(at.x() / 100.0, -at.y() / 100.0));
    }
    return ring;
}

QList<QPolygonF> readOutlines()
{
    initLand();
    QFile file(QStringLiteral(":/map/land.txt"));
    QList<QPolygonF> rings;
    if (!file.open(QIODevice::ReadOnly))
        return rings;
    while (!file.atEnd())
        rings.append(ringOf(file.readLine()));
    return rings;
}

} // namespace

const QList<QPolygonF> &landOutlines()
{
    static const QList<QPolygonF> outlines = readOutlines();
    return outlines;
}

} // namespace parallax
