// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parallax {

/// The addresses that are served and who may come.
struct ServiceConfig {
    std::string bind{}; // empty: every address
    std::uint16_t httpPort = 8081; // 0 picks a free one
    std::uint16_t webSocketPort = 8080;
    std::string publicUrl{}; // the page's address as testers see it
    std::string publicWebSocketUrl{};
    std::string certificateFile{}; // PEM; with the key: https and wss
    std::string keyFile{};
    bool allowAnonymous = false;
    std::string trustedProxy{}; // address of a reverse proxy at this end
    std::string apiToken{}; // a secret; empty: made at the first start and kept in a file
    int maxTesters = 1000; // at once; 1 is the original's single-client mode
    int runs = 1; // of each visit, one after the other, each on a fresh connection

    bool operator==(const ServiceConfig &) const = default;
};

/// How one tester is measured.
struct MeasureConfig {
    int pings = 10;
    int leastPings = 0; // a run that has decided may end after so many; 0: never before `pings`
    std::chrono::milliseconds pingInterval{100};
    std::chrono::milliseconds pingTimeout{5000};
    int maxTtl = 32;
    std::chrono::milliseconds traceTimeout{1000}; // for a TTL's answer
    int probesPerTtl = 1;
    int finalProbes = 10; // at the furthest hop and the endpoint
    std::chrono::milliseconds finalTimeout{750};
    std::chrono::milliseconds threshold{50}; // of the classic rule

    bool operator==(const MeasureConfig &) const = default;
};

/// Every setting there is, with its default. settings.h gives them names.
struct Config {
    ServiceConfig service{};
    MeasureConfig measure{};
    std::string store{}; // file or postgresql:// URL; empty: the user's data folder
    std::string geoDir{}; // empty: the folder "geo" in the user's data folder
    std::string fingerprintsFile{}; // empty: the built-in table
    std::string logFile{}; // empty: the user's state folder
    std::string language{}; // empty: the desktop's
    int verbosity = 0;

    bool operator==(const Config &) const = default;
};

} // namespace parallax
