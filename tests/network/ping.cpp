// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/ping.h"

#include <QRegularExpression>

namespace parallax::lab {

namespace {

QStringList pingCommand(const QString &options, const QString &target)
{
    return QStringLiteral("ping -n %1 %2").arg(options, target).split(QLatin1Char(' '));
}

} // namespace

Result<double> pingMinimum(const Street &street, Host from, const QString &target)
{
    const auto said = street.output(from, pingCommand(QStringLiteral("-q -c 30 -i 0.02 -W 1"), target));
    if (!said)
        return said.error();
    static const QRegularExpression minimum(QStringLiteral("min/avg/max/mdev = ([0-9.]+)/"));
    return minimum.match(QString::fromUtf8(said.value())).captured(1).toDouble();
}

Result<QString> hopAt(const Street &street, Host from, const QString &target, int ttl)
{
    // ping ends with 1 when the target itself did not answer: the hop is in what it said all the same.
    const QString script = QStringLiteral("ping -n -c 1 -W 1 -t %1 %2 || true").arg(ttl).arg(target);
    const auto said = street.output(from, {QStringLiteral("sh"), QStringLiteral("-c"), script});
    if (!said)
        return said.error();
    static const QRegularExpression answer(QStringLiteral("from ([0-9a-f.:]+?):? icmp_seq"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = answer.match(QString::fromUtf8(said.value()));
    if (!match.hasMatch())
        return Error{ErrorCode::Unavailable, "no hop answered: " + said.value().toStdString()};
    return match.captured(1);
}

} // namespace parallax::lab
