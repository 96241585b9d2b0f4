// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/key_hash.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace parallax {

KeyHash keyHash(std::string_view key, std::span<const std::uint8_t> bytes)
{
    const auto raw = [](const auto &data) {
        return QByteArray::fromRawData(reinterpret_cast<const char *>(data.data()),
                                       static_cast<qsizetype>(data.size()));
    };
    const QByteArray full =
        QMessageAuthenticationCode::hash(raw(bytes), raw(key), QCryptographicHash::Sha256);
    KeyHash hash{};
    std::copy_n(full.begin(), hash.size(), hash.begin());
    return hash;
}

} // namespace parallax
