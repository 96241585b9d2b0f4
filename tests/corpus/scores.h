// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/corpus/corpus.h"

#include <array>
#include <map>
#include <optional>

namespace parallax::corpus {

struct Judged {
    const Known *known = nullptr;
    Verdict verdict{};

    bool found() const { return verdict.kind == known->kinds.front(); }
    /// Something that it is not; what stays open is no mistake.
    bool wrong() const { return !known->allows(verdict.kind) && verdict.kind != VerdictKind::Inconclusive; }
};

/// True kind → verdict → how often.
using Confusion = std::map<VerdictKind, std::map<VerdictKind, int>>;
Confusion confusionOf(const std::vector<Judged> &all);
void print(const char *title, const Confusion &confusion);

/// Of the runs with a detour of this size, how many were named by their kind.
struct Found {
    int runs = 0;
    int right = 0;
};
std::map<double, Found> foundByDetour(const std::vector<Judged> &all, VerdictKind kind);
/// The smallest size from which on every run was found; nothing when there is none.
std::optional<double> smallestFound(const std::map<double, Found> &found);

/// What a fixed limit on the measured gap or jump would do: the part of direct runs above it, and for each
/// detour size the part of runs above it.
void printRoc(const std::vector<Judged> &all);

/// Of the decided runs with a confidence from `from` to the next bin's, how many were right: not wrong, or in
/// the strict sense, in which a proxy beside the browser is a proxy although nothing can show it.
struct Calibration {
    double from = 0.0;
    int runs = 0;
    int right = 0;
    int ofThatKind = 0;
};
std::vector<Calibration> calibrationOf(const std::vector<Judged> &all);

} // namespace parallax::corpus
