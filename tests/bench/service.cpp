// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/service.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace parallax::load {

using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t loopback = 0x7f000001;
constexpr std::uint32_t firstTester = 0x7f010001; // 127.1.0.1
constexpr int testerAddresses = 20'000;
constexpr auto patience = 10s;

[[noreturn]] void become(const std::vector<std::string> &command, int output)
{
    ::dup2(output, STDOUT_FILENO);
    std::vector<char *> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string &each : command)
        arguments.push_back(const_cast<char *>(each.c_str())); // NOLINT: exec's type
    arguments.push_back(nullptr);
    ::execv(arguments.front(), arguments.data());
    ::_exit(127);
}

/// Where it listens, from the first line that it prints.
std::optional<Target> targetIn(const std::string &line)
{
    const QJsonObject event = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    if (event.value(QLatin1String("event")).toString() != QLatin1String("listening"))
        return std::nullopt;
    const QString url = event.value(QLatin1String("urls")).toArray().first().toString();
    return Target{.server = loopback,
                  .port = static_cast<std::uint16_t>(event.value(QLatin1String("ws_port")).toInt()),
                  .token = url.section(QLatin1Char('/'), -1).toStdString(),
                  .firstAddress = firstTester,
                  .addresses = testerAddresses};
}

struct ThreadTime {
    std::string name{};
    double milliseconds = 0;
};

/// From a line of proc_pid_stat(5): the name stands in parentheses, user and kernel time are fields 14
/// and 15.
ThreadTime threadTime(const std::string &path)
{
    std::ifstream file(path);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto begin = text.find('(');
    const auto end = text.rfind(')');
    if (begin == std::string::npos || end == std::string::npos)
        return {}; // it has ended
    std::istringstream fields(text.substr(end + 1));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    double user = 0;
    double kernel = 0;
    fields >> user >> kernel;
    return {text.substr(begin + 1, end - begin - 1),
            (user + kernel) * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK))};
}

} // namespace

Result<std::unique_ptr<Service>> Service::start(const std::vector<std::string> &options)
{
    std::unique_ptr<Service> service(new Service);
    std::vector<std::string> command{
        PARALLAX_CLI,
        "serve",
        "--json",
        "--bind",
        "127.0.0.1",
        "--http-port",
        "0",
        "--ws-port",
        "0",
        "--store",
        service->m_folder.filePath(QStringLiteral("store.sqlite")).toStdString()};
    command.insert(command.end(), options.begin(), options.end());
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return Error{ErrorCode::Io, std::strerror(errno)};
    service->m_process = ::fork();
    if (service->m_process == 0)
        become(command, pipe[1]);
    ::close(pipe[1]);
    service->m_output = pipe[0];
    service->m_reader = std::thread([raw = service.get()] { raw->read(); });
    const auto end = Clock::now() + patience;
    while (Clock::now() < end) {
        for (const PrintedLine &line : service->takeLines()) {
            if (const auto target = targetIn(line.text)) {
                service->m_target = *target;
                return service;
            }
        }
        std::this_thread::sleep_for(10ms);
    }
    return Error{ErrorCode::Unavailable, "parallax-cli did not begin to listen"};
}

Service::~Service()
{
    ::kill(m_process, SIGTERM);
    ::waitpid(m_process, nullptr, 0);
    if (m_reader.joinable())
        m_reader.join();
    ::close(m_output);
}

void Service::read()
{
    std::array<char, 65'536> bytes{};
    std::string unread;
    while (true) {
        const ssize_t got = ::read(m_output, bytes.data(), bytes.size());
        if (got <= 0)
            return;
        const auto now = Clock::now();
        unread.append(bytes.data(), static_cast<std::size_t>(got));
        const std::scoped_lock lock(m_mutex);
        for (auto end = unread.find('\n'); end != std::string::npos; end = unread.find('\n')) {
            m_lines.push_back({now, unread.substr(0, end)});
            unread.erase(0, end + 1);
        }
    }
}

std::vector<PrintedLine> Service::takeLines()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_lines, {});
}

std::int64_t Service::memoryKiB() const
{
    std::ifstream file("/proc/" + std::to_string(m_process) + "/smaps_rollup");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("Pss:"))
            return std::stoll(line.substr(4));
    }
    return 0;
}

std::map<std::string, double> Service::cpuMilliseconds() const
{
    std::map<std::string, double> byThread;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_process));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const ThreadTime time = threadTime(tasks.filePath(task + QStringLiteral("/stat")).toStdString());
        byThread[time.name] += time.milliseconds;
    }
    return byThread;
}

std::int64_t Service::storeBytes() const
{
    std::int64_t bytes = 0;
    for (const QFileInfo &file : QDir(m_folder.path()).entryInfoList(QDir::Files))
        bytes += file.size();
    return bytes;
}

} // namespace parallax::load
