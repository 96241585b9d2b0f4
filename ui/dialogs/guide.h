// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace parallax {

/// How to read the pictures, in a few sentences.
void showGuide(QWidget *parent);
void showAbout(QWidget *parent);

} // namespace parallax
