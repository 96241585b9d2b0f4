// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/path_cells.h"

#include "ui/models/cell_alignment.h"
#include "ui/models/path_model.h"
#include "ui/shown_text.h"

#include <QCoreApplication>

#include <array>

namespace parallax::path_cells {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("PathTable", text);
}

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? unknown() : text;
}

QString network(const AddressFacts &facts)
{
    if (!facts.asn)
        return {};
    return QStringLiteral("AS%1 %2").arg(*facts.asn).arg(shownText(facts.asName)).trimmed();
}

QString labels(const Reply &reply)
{
    QStringList all;
    if (reply.quote) {
        for (const MplsLabel &label : reply.quote->mpls)
            all << QString::number(label.label);
    }
    return all.join(QStringLiteral(" "));
}

/// What only an ICMP error's quote or the reply's own header tells.
QString fromReply(const Reply &reply, int column)
{
    switch (column) {
    case PathModel::Dscp:
        return reply.quote ? QStringLiteral("%1/%2").arg(reply.quote->dscp).arg(reply.quote->ecn) : QString();
    case PathModel::Mpls:
        return labels(reply);
    case PathModel::Nat:
        return reply.quote && reply.quote->translated.value_or(false)
            ? say(QT_TRANSLATE_NOOP("PathTable", "NAT"))
            : QString();
    case PathModel::Mtu:
        return reply.mtu != 0 ? QString::number(reply.mtu) : QString();
    case PathModel::Return: {
        const auto hops = returnLength(reply.ttl);
        return hops ? QString::number(*hops) : QString();
    }
    default:
        return {};
    }
}

} // namespace

QString unknown()
{
    return QStringLiteral("–");
}

int alignment(int column)
{
    const bool words = column == PathModel::Address || column == PathModel::Name
        || column == PathModel::Network || column == PathModel::Country || column == PathModel::Latency
        || column == PathModel::Mpls || column == PathModel::Nat || column == PathModel::Dscp;
    return cellAlignment(!words);
}

QString heading(int column)
{
    static constexpr std::array<const char *, PathModel::ColumnCount> headings{
        QT_TRANSLATE_NOOP("PathTable", "TTL"),      QT_TRANSLATE_NOOP("PathTable", "Address"),
        QT_TRANSLATE_NOOP("PathTable", "Name"),     QT_TRANSLATE_NOOP("PathTable", "Loss [%]"),
        QT_TRANSLATE_NOOP("PathTable", "Sent"),     QT_TRANSLATE_NOOP("PathTable", "Last"),
        QT_TRANSLATE_NOOP("PathTable", "Best"),     QT_TRANSLATE_NOOP("PathTable", "Mean"),
        QT_TRANSLATE_NOOP("PathTable", "Worst"),    QT_TRANSLATE_NOOP("PathTable", "Dev."),
        QT_TRANSLATE_NOOP("PathTable", "Latency"),  QT_TRANSLATE_NOOP("PathTable", "Network"),
        QT_TRANSLATE_NOOP("PathTable", "Place"),    QT_TRANSLATE_NOOP("PathTable", "IPDV"),
        QT_TRANSLATE_NOOP("PathTable", "DSCP/ECN"), QT_TRANSLATE_NOOP("PathTable", "MPLS"),
        QT_TRANSLATE_NOOP("PathTable", "NAT"),      QT_TRANSLATE_NOOP("PathTable", "MTU"),
        QT_TRANSLATE_NOOP("PathTable", "Back"),
    };
    return column >= 0 && column < PathModel::ColumnCount ? say(headings.at(static_cast<std::size_t>(column)))
                                                          : QString();
}

QString explanation(int column)
{
    switch (column) {
    case PathModel::Ttl:
        return say(QT_TRANSLATE_NOOP("PathTable", "Routers from here; the packet's time to live"));
    case PathModel::Network:
        return say(QT_TRANSLATE_NOOP("PathTable", "Autonomous system that announces the address"));
    case PathModel::Latency:
        return say(QT_TRANSLATE_NOOP(
            "PathTable",
            "From the best to the worst round trip, on one scale for all hops. The disc is the mean, a "
            "triangle if it or the loss is above the limit of an alert; the stroke is the last one."));
    case PathModel::Loss:
        return say(QT_TRANSLATE_NOOP(
            "PathTable", "Probes without an answer. Loss at one hop alone is that router keeping silent."));
    case PathModel::Last:
    case PathModel::Best:
    case PathModel::Average:
    case PathModel::Worst:
        return say(QT_TRANSLATE_NOOP("PathTable", "Round-trip time in milliseconds"));
    case PathModel::Deviation:
        return say(
            QT_TRANSLATE_NOOP("PathTable", "Standard deviation of the round-trip time in milliseconds"));
    case PathModel::Jitter:
        return say(QT_TRANSLATE_NOOP(
            "PathTable", "Mean difference of successive round-trip times in milliseconds (RFC 3393)"));
    case PathModel::Dscp:
        return say(QT_TRANSLATE_NOOP("PathTable", "The packet's marks as this hop received it"));
    case PathModel::Mpls:
        return say(QT_TRANSLATE_NOOP("PathTable", "Labels that the packet carried there"));
    case PathModel::Nat:
        return say(QT_TRANSLATE_NOOP("PathTable", "An address translator stands before this hop"));
    case PathModel::Mtu:
        return say(QT_TRANSLATE_NOOP("PathTable", "Largest packet that the next link takes, in bytes"));
    case PathModel::Return:
        return say(QT_TRANSLATE_NOOP("PathTable", "Routers on the way back, from the answer's time to live"));
    default:
        return {};
    }
}

std::optional<Duration> figure(const RttFigures &rtt, int column)
{
    switch (column) {
    case PathModel::Last:
        return rtt.last;
    case PathModel::Best:
        return rtt.best;
    case PathModel::Average:
        return rtt.average;
    case PathModel::Worst:
        return rtt.worst;
    case PathModel::Deviation:
        return rtt.deviation;
    case PathModel::Jitter:
        return rtt.jitter;
    default:
        return std::nullopt;
    }
}

QString text(const PathRow &row, const AddressFacts &facts, int column)
{
    switch (column) {
    case PathModel::Address:
        return row.address ? QString::fromStdString(row.address->toString()) : unknown();
    case PathModel::Name:
        return orUnknown(shownText(facts.name));
    case PathModel::Network:
        return orUnknown(network(facts));
    case PathModel::Country: {
        QStringList parts{shownText(facts.city), shownText(facts.country)};
        parts.removeAll(QString());
        return orUnknown(parts.join(QStringLiteral(", ")));
    }
    default:
        return orUnknown(row.first ? fromReply(*row.first, column) : QString());
    }
}

} // namespace parallax::path_cells
