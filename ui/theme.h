// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_sample.h"
#include "core/data/verdict.h"

#include <QColor>
#include <QPalette>

#include <cstdint>

namespace parallax {

/// What was timed. Each has one colour in every picture.
enum class Layer : std::uint8_t { Path, Tcp, WebSocket, Control };

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

// Colours are the palette of Okabe and Ito (2008), told apart by people with any colour vision. Each is
// moved towards black or white as far as the palette's background asks for.

/// For fills: the colour as it is, whatever lies behind it.
QColor fillOf(VerdictKind kind);
QColor fillOf(Layer layer);
/// For lines, points and marks: at least 3 : 1 against the palette's base (WCAG 1.4.11).
QColor strokeOf(VerdictKind kind, const QPalette &palette);
QColor strokeOf(Layer layer, const QPalette &palette);
/// Raw blue, EWMA green, Kalman orange, PID purple, as the original draws them; the median vermillion.
QColor strokeOf(ClockScheme scheme, const QPalette &palette);
/// For words: at least 4.5 : 1 (WCAG 1.4.3).
QColor textOf(VerdictKind kind, const QPalette &palette);
QColor mutedText(const QPalette &palette);
QColor warningText(const QPalette &palette);
/// Black or white, whichever reads better on `fill`.
QColor textOn(const QColor &fill);
QColor gridLine(const QPalette &palette);
/// The base colour with a little of `colour` in it.
QColor tint(const QColor &colour, const QPalette &palette);

/// The contrast ratio of WCAG 2.1, 1 … 21.
double contrast(const QColor &a, const QColor &b);
/// `colour` moved towards black or white until it has this contrast with `background`.
QColor readable(const QColor &colour, const QColor &background, double ratio);

QPalette lightPalette();
QPalette darkPalette();
/// Gives the application the chosen palette; System takes back what the desktop had set.
void applyTheme(ThemeChoice choice);

} // namespace parallax
