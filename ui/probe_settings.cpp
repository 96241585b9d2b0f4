// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/probe_settings.h"

#include "ui/shown_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <optional>

namespace parallax::probe_settings {

namespace {

struct NamedDscp {
    int value;
    const char *name;
};

// IANA's registry: RFC 2474, 2597, 3246, 5865, 8622.
constexpr std::array<NamedDscp, 23> names{
    {{0, "CS0"},   {1, "LE"},           {8, "CS1"},   {10, "AF11"}, {12, "AF12"}, {14, "AF13"},
     {16, "CS2"},  {18, "AF21"},        {20, "AF22"}, {22, "AF23"}, {24, "CS3"},  {26, "AF31"},
     {28, "AF32"}, {30, "AF33"},        {32, "CS4"},  {34, "AF41"}, {36, "AF42"}, {38, "AF43"},
     {40, "CS5"},  {44, "VOICE-ADMIT"}, {46, "EF"},   {48, "CS6"},  {56, "CS7"}}};

const TraceRequest usual{};

QString say(const char *text)
{
    return QCoreApplication::translate("ProbeDialog", text);
}

std::optional<int> numberIn(const QVariantMap &values, const char *key, int least, int most)
{
    bool isNumber = false;
    const int number = values.value(QLatin1String(key)).toInt(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

void setLongestWait(TraceRequest &request, Duration wait)
{
    request.longestWait = wait;
    request.tailWait = wait == usual.longestWait ? usual.tailWait : wait;
}

QString dscpName(int dscp)
{
    const auto named = std::find_if(names.begin(), names.end(),
                                    [dscp](const NamedDscp &each) { return each.value == dscp; });
    return named == names.end() ? QString::number(dscp)
                                : QStringLiteral("%1 (%2)").arg(QLatin1String(named->name)).arg(dscp);
}

QStringList differences(const TraceRequest &request)
{
    const QLocale locale;
    QStringList lines;
    if (request.length != usual.length)
        lines << say(QT_TRANSLATE_NOOP("ProbeDialog", "packets of %1 bytes"))
                     .arg(locale.toString(static_cast<int>(request.length)));
    if (request.tos != usual.tos)
        lines << QStringLiteral("DSCP ") + dscpName(request.tos >> ecnBits);
    if (request.longestWait != usual.longestWait)
        lines << say(QT_TRANSLATE_NOOP("ProbeDialog", "answers are awaited for %1 s"))
                     .arg(locale.toString(toMilliseconds(request.longestWait) / 1000.0));
    if (request.firstTtl != usual.firstTtl)
        lines << say(QT_TRANSLATE_NOOP("ProbeDialog", "first TTL %1")).arg(request.firstTtl);
    if (request.maxTtl != usual.maxTtl)
        lines << say(QT_TRANSLATE_NOOP("ProbeDialog", "largest TTL %1")).arg(request.maxTtl);
    if (!request.source.empty())
        lines << say(QT_TRANSLATE_NOOP("ProbeDialog", "from %1")).arg(shownText(request.source));
    if (!request.interface.empty())
        lines << say(QT_TRANSLATE_NOOP("ProbeDialog", "by the device %1")).arg(shownText(request.interface));
    return lines;
}

QVariantMap saved(const TraceRequest &request)
{
    QVariantMap values;
    const auto keep = [&](const char *key, bool differs, const QVariant &value) {
        if (differs)
            values.insert(QLatin1String(key), value);
    };
    keep("length", request.length != usual.length, static_cast<int>(request.length));
    keep("dscp", request.tos != usual.tos, request.tos >> ecnBits);
    keep("wait_ms", request.longestWait != usual.longestWait,
         static_cast<int>(toMilliseconds(request.longestWait)));
    keep("first_ttl", request.firstTtl != usual.firstTtl, request.firstTtl);
    keep("max_ttl", request.maxTtl != usual.maxTtl, request.maxTtl);
    keep("source", !request.source.empty(), QString::fromStdString(request.source));
    keep("device", !request.interface.empty(), QString::fromStdString(request.interface));
    return values;
}

TraceRequest restored(const QVariantMap &values)
{
    TraceRequest request;
    if (const auto length = numberIn(values, "length", leastLength, mostLength))
        request.length = static_cast<std::uint16_t>(*length);
    if (const auto dscp = numberIn(values, "dscp", 0, dscpValues - 1))
        request.tos = static_cast<std::uint8_t>(*dscp << ecnBits);
    if (const auto wait = numberIn(values, "wait_ms", leastWait, mostWait))
        setLongestWait(request, std::chrono::milliseconds(*wait));
    const int first = numberIn(values, "first_ttl", 1, mostTtl).value_or(usual.firstTtl);
    const int last = numberIn(values, "max_ttl", 1, mostTtl).value_or(usual.maxTtl);
    if (first <= last) {
        request.firstTtl = first;
        request.maxTtl = last;
    }
    const std::string source = values.value(QStringLiteral("source")).toString().toStdString();
    if (IpAddress::parse(source))
        request.source = source;
    request.interface = values.value(QStringLiteral("device")).toString().left(longestDevice).toStdString();
    return request;
}

} // namespace parallax::probe_settings
