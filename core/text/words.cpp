// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

#include "core/text/languages.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {
constexpr double wholeFrom = 100.0; // from here on a decimal says nothing
}

Words::Words(const QLocale &locale)
    : m_locale(supportedLocale(locale))
    , m_translator(std::make_unique<QTranslator>())
{
    // Without its translation a language falls back to the source's English, which is still readable.
    static_cast<void>(loadTranslation(*m_translator, m_locale));
}

QString Words::languageTag() const
{
    if (m_locale.language() == QLocale::German)
        return QStringLiteral("de");
    return m_locale.language() == QLocale::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en");
}

QString Words::say(const char *source) const
{
    const QString translated = m_translator->translate("Words", source);
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

QString Words::number(double value, int decimals) const
{
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return m_locale.toString(rounded == 0.0 ? 0.0 : rounded, 'f', decimals); // no "-0.0"
}

QString Words::inMilliseconds(const QString &number) const
{
    return say(QT_TRANSLATE_NOOP("Words", "%1 ms")).arg(number);
}

QString Words::milliseconds(std::optional<Duration> duration) const
{
    if (!duration)
        return QStringLiteral("\u2013");
    const double value = toMilliseconds(*duration);
    return number(value, std::abs(value) < wholeFrom ? 1 : 0);
}

QString Words::fineMilliseconds(std::optional<Duration> duration) const
{
    const bool fine =
        duration && *duration > -std::chrono::milliseconds(1) && *duration < std::chrono::milliseconds(1);
    return fine ? number(toMilliseconds(*duration), 3) : milliseconds(duration);
}

QString Words::duration(std::optional<Duration> duration) const
{
    return duration ? inMilliseconds(milliseconds(duration)) : milliseconds(duration);
}

QString Words::fineDuration(std::optional<Duration> duration) const
{
    return duration ? inMilliseconds(fineMilliseconds(duration)) : milliseconds(duration);
}

QString Words::roughly(Duration duration) const
{
    constexpr double wholeWhenSpoken = 2.0;
    const double value = toMilliseconds(duration);
    return inMilliseconds(number(value, std::abs(value) < wholeWhenSpoken ? 1 : 0));
}

QString Words::percent(double fraction) const
{
    // Rounding up to 100 % would claim a certainty that no measurement has.
    const double shown = std::min(std::round(std::clamp(fraction, 0.0, 1.0) * 100.0), 99.0);
    return say(QT_TRANSLATE_NOOP("Words", "%1 %")).arg(number(shown, 0));
}

QString Words::distance(Duration rtt) const
{
    const double kilometres = std::max(fibreKilometres(rtt), 0.0);
    const double step = kilometres < 10.0 ? 1.0 : std::pow(10.0, std::floor(std::log10(kilometres)) - 1.0);
    return say(QT_TRANSLATE_NOOP("Words", "%1 km")).arg(number(std::round(kilometres / step) * step, 0));
}

QString Words::quantity(std::optional<double> value, Unit unit) const
{
    if (!value)
        return QStringLiteral("\u2013");
    switch (unit) {
    case Unit::Millisecond:
        return duration(fromMilliseconds(*value));
    case Unit::Byte:
        return say(QT_TRANSLATE_NOOP("Words", "%1 bytes")).arg(number(*value, 0));
    case Unit::HopCount:
    case Unit::None:
        break;
    }
    return number(*value, 0);
}

} // namespace parallax
