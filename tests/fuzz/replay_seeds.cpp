// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr unsigned seed = 20260131;
constexpr int mutationsOfEach = 2000;

Bytes contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<Bytes> seedsIn(const std::filesystem::path &folder)
{
    std::vector<Bytes> seeds{{}};
    if (!std::filesystem::is_directory(folder))
        return seeds;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        seeds.push_back(contentOf(entry.path()));
    return seeds;
}

/// Some bytes changed, then cut or lengthened.
Bytes mutated(Bytes bytes, std::mt19937 &random)
{
    const auto byte = [&random] { return static_cast<std::uint8_t>(random()); };
    for (unsigned changes = random() % 8; changes > 0 && !bytes.empty(); --changes)
        bytes[random() % bytes.size()] = byte();
    bytes.resize(random() % (bytes.size() + 32));
    std::generate_n(std::back_inserter(bytes), random() % 8, byte);
    return bytes;
}

} // namespace

int main(int argc, char *argv[])
{
    std::mt19937 random(seed);
    const auto seeds = seedsIn(argc > 1 ? argv[1] : "");
    std::printf("%zu seeds, mutations from %u\n", seeds.size(), seed);
    for (const Bytes &bytes : seeds) {
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        for (int count = 0; count < mutationsOfEach; ++count) {
            const Bytes input = mutated(bytes, random);
            LLVMFuzzerTestOneInput(input.data(), input.size());
        }
    }
    return 0;
}
