// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr double strokeContrast = 3.0;
constexpr double textContrast = 4.5;

const QColor orange(0xE6, 0x9F, 0x00);
const QColor skyBlue(0x56, 0xB4, 0xE9);
const QColor bluishGreen(0x00, 0x9E, 0x73);
const QColor blue(0x00, 0x72, 0xB2);
const QColor vermillion(0xD5, 0x5E, 0x00);
const QColor reddishPurple(0xCC, 0x79, 0xA7);
const QColor grey(0x99, 0x99, 0x99);

/// Relative luminance, WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto channel = [shareOfB](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * shareOfB));
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

/// The roles that both palettes set, from a few tones.
struct Tones {
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor disabled;
    QColor highlight;
    QColor link;
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette(tones.button, tones.window);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, textOn(tones.highlight));
    palette.setColor(QPalette::ToolTipBase, tones.alternate);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::PlaceholderText, mixed(tones.text, tones.base, 0.35));
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, textOn(tones.highlight));
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    return palette;
}

} // namespace

QColor fillOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Direct:
        return bluishGreen;
    case VerdictKind::Proxy:
        return vermillion;
    case VerdictKind::Tunnel:
        return blue;
    case VerdictKind::Inconclusive:
        break;
    }
    return grey;
}

QColor fillOf(Layer layer)
{
    switch (layer) {
    case Layer::Tcp:
        return skyBlue;
    case Layer::WebSocket:
        return orange;
    case Layer::Control:
        return reddishPurple;
    case Layer::Path:
        break;
    }
    return grey;
}

QColor strokeOf(VerdictKind kind, const QPalette &palette)
{
    return readable(fillOf(kind), palette.color(QPalette::Base), strokeContrast);
}

QColor strokeOf(Layer layer, const QPalette &palette)
{
    return readable(fillOf(layer), palette.color(QPalette::Base), strokeContrast);
}

QColor strokeOf(ClockScheme scheme, const QPalette &palette)
{
    const auto stroke = [&](const QColor &colour) {
        return readable(colour, palette.color(QPalette::Base), strokeContrast);
    };
    switch (scheme) {
    case ClockScheme::Raw:
        return stroke(blue);
    case ClockScheme::Ewma:
        return stroke(bluishGreen);
    case ClockScheme::Kalman:
        return stroke(orange);
    case ClockScheme::Pid:
        return stroke(reddishPurple);
    case ClockScheme::Median:
        break;
    }
    return stroke(vermillion);
}

QColor textOf(VerdictKind kind, const QPalette &palette)
{
    return readable(fillOf(kind), tint(fillOf(kind), palette), textContrast);
}

QColor mutedText(const QPalette &palette)
{
    const QColor half = mixed(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.4);
    // Both backgrounds that such words stand on.
    return readable(readable(half, palette.color(QPalette::Base), textContrast),
                    palette.color(QPalette::Window), textContrast);
}

QColor warningText(const QPalette &palette)
{
    return readable(vermillion, palette.color(QPalette::Window), textContrast);
}

QColor textOn(const QColor &fill)
{
    return contrast(fill, Qt::black) >= contrast(fill, Qt::white) ? QColor(Qt::black) : QColor(Qt::white);
}

QColor gridLine(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.14);
}

QColor tint(const QColor &colour, const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), colour, 0.10);
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor readable(const QColor &colour, const QColor &background, double ratio)
{
    const QColor towards = textOn(background);
    QColor moved = colour;
    for (int step = 1; step <= 50 && contrast(moved, background) < ratio; ++step)
        moved = mixed(colour, towards, step / 50.0);
    return moved;
}

QPalette lightPalette()
{
    return paletteOf({.window = QColor(0xF3, 0xF3, 0xF1),
                      .base = Qt::white,
                      .alternate = QColor(0xF8, 0xF8, 0xF6),
                      .button = QColor(0xEE, 0xEE, 0xEC),
                      .text = QColor(0x1C, 0x1C, 0x1E),
                      .disabled = QColor(0x8E, 0x8E, 0x90),
                      .highlight = blue,
                      .link = QColor(0x00, 0x5B, 0x8E)});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x25, 0x26, 0x29),
                      .base = QColor(0x1B, 0x1C, 0x1F),
                      .alternate = QColor(0x22, 0x23, 0x26),
                      .button = QColor(0x33, 0x34, 0x38),
                      .text = QColor(0xE8, 0xE8, 0xE6),
                      .disabled = QColor(0x7C, 0x7D, 0x80),
                      .highlight = blue,
                      .link = skyBlue});
}

void applyTheme(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        QApplication::setPalette(lightPalette());
        break;
    case ThemeChoice::Dark:
        QApplication::setPalette(darkPalette());
        break;
    case ThemeChoice::System:
        QApplication::setPalette(QPalette());
        break;
    }
}

} // namespace parallax
