// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace parallax {

/// `{"type":"pong","timestamp":N}`: the answer to a text ping; N is the ping's nonce.
struct Pong {
    std::uint64_t nonce = 0;

    bool operator==(const Pong &) const = default;
};

/// `{"type":"hello",…}`: what the page says of its browser. Optional; the original page sends none.
struct Hello {
    std::string timeZone{}; // IANA name
    std::string language{}; // BCP 47
    std::string pageTicket{}; // as the page carried it; page_ticket.h
    bool visible = true;

    bool operator==(const Hello &) const = default;
};

/// `{"type":"visibility","visible":B}`: the tab was hidden or came back.
struct Visibility {
    bool visible = true;

    bool operator==(const Visibility &) const = default;
};

/// A well-formed message of a type that this version does not know: ignored.
struct UnknownMessage {
    bool operator==(const UnknownMessage &) const = default;
};

using Message = std::variant<Pong, Hello, Visibility, UnknownMessage>;

/// Reads one text message of a tester. Hostile bytes give an error, never anything else.
Result<Message> parseMessage(const QByteArray &text);

QByteArray pingMessage(std::uint64_t nonce);
/// `minimum` is the shortest round trip so far.
QByteArray progressMessage(double done, const QString &text, std::optional<Duration> minimum);
QByteArray errorMessage(const QString &text);
QByteArray resultMessage(const QJsonObject &data);

/// Without control characters and at most `most` characters long: what strangers say about themselves.
std::string tameText(const QString &text, qsizetype most);

} // namespace parallax
