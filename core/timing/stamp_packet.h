// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/data/clock_update.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace parallax {

constexpr std::size_t stampSize = 44; // RFC 8762, 4.2.1 and 4.3.1
constexpr std::size_t authenticatedStampSize = 112; // 4.2.2 and 4.3.2

/// What a STAMP Session-Sender sends.
struct StampQuestion {
    std::uint32_t sequence = 0;
    Timestamp sent{};
    std::uint16_t errorEstimate = 0; // as on the wire: it comes back so
    std::uint16_t session = 0; // SSID, RFC 8972; zero before it; unauthenticated only
    std::uint64_t sentBits = 0; // `sent` as on the wire: it comes back so

    bool operator==(const StampQuestion &) const = default;
};

/// What a STAMP Session-Reflector answers.
struct StampAnswer {
    StampQuestion question{};
    std::uint32_t sequence = 0; // stateless: the question's
    Timestamp received{};
    Timestamp answered{};
    std::uint8_t ttl = 0; // with which the question arrived

    bool operator==(const StampAnswer &) const = default;
};

/// A moment in NTP's format, as on the wire.
std::uint64_t ntpBits(Timestamp time);
// An empty key means unauthenticated. Times have NTP's format; those of a peer may have PTP's.
std::vector<std::uint8_t> stampQuestionBytes(const StampQuestion &question, std::string_view key);
std::vector<std::uint8_t> stampAnswerBytes(const StampAnswer &answer, std::string_view key);
std::variant<StampQuestion, ClockRefusal> parseStampQuestion(std::span<const std::uint8_t> bytes,
                                                             std::string_view key);
std::variant<StampAnswer, ClockRefusal> parseStampAnswer(std::span<const std::uint8_t> bytes,
                                                         std::string_view key);

} // namespace parallax
