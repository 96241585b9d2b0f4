// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/data/config.h"
#include "core/probe/privileges.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace parallax {

/// One thing that the main job needs, or would be better with.
struct Check {
    enum class State : std::uint8_t {
        Ok,
        Missing, // the main job cannot run in full
        Note, // it can, but this is worth knowing
    };

    QString name{};
    State state = State::Ok;
    QString detail{}; // a sentence
    QString mend{}; // the one command that mends it; empty: none
};

/// `rights` are those from before the drop.
std::vector<Check> examine(const Config &config, const Rights &rights);
bool isReady(const std::vector<Check> &checks);

QByteArray checksText(const std::vector<Check> &checks);
QByteArray checksJson(const std::vector<Check> &checks);

/// Prints what is there and what is missing; exit code 0 when the main job can run in full.
int runDoctor(const Config &config, const Rights &rights, const DoctorOptions &options);

} // namespace parallax
