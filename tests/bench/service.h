// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/bench/crowd.h"

#include <QTemporaryDir>

#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace parallax::load {

struct PrintedLine {
    Clock::time_point at{};
    std::string text{};
};

/// `parallax-cli serve --json` with a store of its own, and what it costs.
class Service
{
public:
    static Result<std::unique_ptr<Service>> start(const std::vector<std::string> &options);
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    Target target() const { return m_target; }
    /// The lines that it printed since the last call.
    std::vector<PrintedLine> takeLines();
    std::int64_t memoryKiB() const; // proportional set size
    /// Of each thread, by its name.
    std::map<std::string, double> cpuMilliseconds() const;
    std::int64_t storeBytes() const;

private:
    Service() = default;
    void read();

    QTemporaryDir m_folder;
    int m_output = -1;
    int m_process = -1;
    Target m_target{};
    std::thread m_reader;
    std::mutex m_mutex; // guards m_lines
    std::vector<PrintedLine> m_lines;
};

} // namespace parallax::load
