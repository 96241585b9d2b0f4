// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace parallax {

namespace {

struct CodeFreer {
    void operator()(QRcode *code) const { QRcode_free(code); }
};

} // namespace

QrCode qrCode(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, CodeFreer> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M));
    if (!code)
        return {};
    QrCode result{.side = code->width};
    const auto modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    result.dark.reserve(modules);
    for (std::size_t i = 0; i < modules; ++i)
        result.dark.push_back((code->data[i] & 1U) != 0);
    return result;
}

} // namespace parallax
