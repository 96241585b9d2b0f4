// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/session_record.h"
#include "core/scenario/scenario.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// Runs recorded in the lab, each with what was true there (scripts/corpus.sh).
namespace parallax::corpus {

struct Known {
    std::string name{};
    std::vector<VerdictKind> kinds{}; // the true one, then those that are no mistake either
    double detourMs = 0.0; // round trip between what stands in the way and the browser
    SessionRecord record{};

    bool allows(VerdictKind kind) const;
};

/// Malformed: the sentence names what is damaged.
Result<Known> parseKnown(const QByteArray &json);

struct Corpus {
    std::vector<Known> records{};
    std::vector<std::string> damaged{}; // file and reason: skipped
};

Corpus readCorpus(const QString &folder);

/// The network that the record shows, to be measured again with other chances.
Scenario twinOf(const Known &known, std::uint32_t seed);

} // namespace parallax::corpus
