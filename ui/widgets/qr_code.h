// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace parallax {

/// A QR code's modules, row by row; without its quiet zone. Empty when the text does not fit.
struct QrCode {
    int side = 0;
    std::vector<bool> dark{};
};

QrCode qrCode(const QString &text);

} // namespace parallax
