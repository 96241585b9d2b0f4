// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/scores.h"

#include "core/data/names.h"
#include "core/evidence/rules.h"

#include <algorithm>
#include <cstdio>

namespace parallax::corpus {

namespace {

constexpr std::array kinds{VerdictKind::Direct, VerdictKind::Proxy, VerdictKind::Tunnel,
                           VerdictKind::Inconclusive};

/// The larger of what lies behind the TCP endpoint and the path's last step, in milliseconds.
double sizeOf(const Known &known)
{
    const Policy policy;
    const Layers layers = layersOf(known.record);
    double size = 0.0;
    if (const auto gap = layerGap(layers, known.record, policy))
        size = toMilliseconds(*gap);
    if (const auto jump = endpointJump(layers, known.record, policy))
        size = std::max(size, toMilliseconds(jump->size));
    return size;
}

} // namespace

Confusion confusionOf(const std::vector<Judged> &all)
{
    Confusion confusion;
    for (const Judged &judged : all)
        ++confusion[judged.known->kinds.front()][judged.verdict.kind];
    return confusion;
}

void print(const char *title, const Confusion &confusion)
{
    std::printf("%s\n%-14s", title, "matrix:");
    for (const VerdictKind kind : kinds)
        std::printf(" %12s", nameOf(kind).data());
    for (const auto &[truth, verdicts] : confusion) {
        std::printf("\nmatrix: %-12s", nameOf(truth).data());
        for (const VerdictKind kind : kinds) {
            const auto count = verdicts.find(kind);
            std::printf(" %6d", count == verdicts.end() ? 0 : count->second);
        }
    }
    std::printf("\n");
}

std::map<double, Found> foundByDetour(const std::vector<Judged> &all, VerdictKind kind)
{
    std::map<double, Found> found;
    for (const Judged &judged : all) {
        if (judged.known->kinds.front() != kind)
            continue;
        Found &each = found[judged.known->detourMs];
        ++each.runs;
        each.right += judged.found() ? 1 : 0;
    }
    return found;
}

std::optional<double> smallestFound(const std::map<double, Found> &found)
{
    std::optional<double> smallest;
    for (auto each = found.rbegin(); each != found.rend() && each->second.right == each->second.runs; ++each)
        smallest = each->first;
    return smallest;
}

void printRoc(const std::vector<Judged> &all)
{
    std::map<double, std::vector<double>> sizes; // measured, by true detour; direct runs at -1
    for (const Judged &judged : all) {
        const bool direct = judged.known->kinds.front() == VerdictKind::Direct;
        sizes[direct ? -1.0 : judged.known->detourMs].push_back(sizeOf(*judged.known));
    }
    std::printf("roc: %-8s", "limit");
    for (const auto &[detour, measured] : sizes)
        std::printf(" %7s", detour < 0 ? "direct" : (std::to_string(std::lround(detour)) + " ms").c_str());
    for (const double limit : {1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 15.0, 30.0, 50.0}) {
        std::printf("\nroc: %5.0f ms", limit);
        for (const auto &[detour, measured] : sizes) {
            const auto above = std::count_if(measured.begin(), measured.end(),
                                             [limit](double size) { return size > limit; });
            std::printf(" %5.0f %%",
                        100.0 * static_cast<double>(above) / static_cast<double>(measured.size()));
        }
    }
    std::printf("\n");
}

std::vector<Calibration> calibrationOf(const std::vector<Judged> &all)
{
    std::vector<Calibration> bins{
        {.from = 0.75}, {.from = 0.8}, {.from = 0.9}, {.from = 0.95}, {.from = 0.99}};
    for (const Judged &judged : all) {
        if (judged.verdict.kind == VerdictKind::Inconclusive)
            continue;
        const auto above = std::find_if(bins.begin(), bins.end(), [&](const Calibration &bin) {
            return bin.from > judged.verdict.confidence;
        });
        if (above == bins.begin())
            continue;
        Calibration &bin = *std::prev(above);
        ++bin.runs;
        bin.right += judged.wrong() ? 0 : 1;
        bin.ofThatKind += judged.found() ? 1 : 0;
    }
    return bins;
}

} // namespace parallax::corpus
