// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/name_lookups.h"

#include "core/base/failure.h"
#include "core/base/overloaded.h"
#include "core/probe/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <sys/eventfd.h>

namespace parallax {

namespace {

using About = std::variant<std::string, IpAddress>; // a host's name, or an address whose name is wanted

struct Question {
    Lookup lookup{};
    About about{};
};

/// A thread inherits the mask of the one that starts it.
class SignalsBlocked
{
public:
    SignalsBlocked()
    {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    SignalsBlocked(const SignalsBlocked &) = delete;
    SignalsBlocked &operator=(const SignalsBlocked &) = delete;

private:
    sigset_t m_before{};
};

Learnt withoutAnswer(const Question &question, std::string why, ErrorCode code = ErrorCode::UnknownHost)
{
    return std::visit(Overloaded{[&](const std::string &) -> Learnt {
                                     return HostAddresses{
                                         .lookup = question.lookup, .trouble = std::move(why), .code = code};
                                 },
                                 [&](const IpAddress &address) -> Learnt {
                                     return HostName{.lookup = question.lookup, .address = address};
                                 }},
                      question.about);
}

Learnt askAddresses(const Resolver &resolver, const Question &question, const std::string &host)
{
    auto answer = resolver.addressesOf(host);
    if (!answer)
        return withoutAnswer(question, answer.error().message, answer.error().code);
    if (answer.value().empty())
        return withoutAnswer(question, QT_TRANSLATE_NOOP("Reasons", "it has no address"));
    return HostAddresses{.lookup = question.lookup, .addresses = std::move(answer).value()};
}

/// Whoever owns an address writes its name: no escape sequences for the terminal that shows it.
bool isPlain(const std::string &name)
{
    return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
}

Learnt askName(const Resolver &resolver, const Question &question, const IpAddress &address)
{
    std::string name = resolver.nameOf(address);
    if (IpAddress::parse(name) || !isPlain(name))
        name.clear();
    return HostName{.lookup = question.lookup, .address = address, .name = std::move(name)};
}

Learnt answerTo(const Resolver &resolver, const Question &question)
{
    try {
        return std::visit(Overloaded{
                              [&](const std::string &host) { return askAddresses(resolver, question, host); },
                              [&](const IpAddress &address) { return askName(resolver, question, address); },
                          },
                          question.about);
    } catch (const std::exception &error) {
        return withoutAnswer(question, error.what());
    }
}

} // namespace

struct NameLookups::Shared {
    /// One kind of lookup. While something waits at least one thread is at work.
    struct Lane {
        std::deque<Question> waiting{};
        std::size_t threads = 0;
    };

    Shared(Resolver answering, FileDescriptor event)
        : resolver(std::move(answering))
        , readable(std::move(event))
    {
    }

    const Resolver resolver;
    const FileDescriptor readable; // while `learnt` holds something
    std::mutex mutex; // guards what follows
    std::uint64_t last = 0; // lookup
    std::array<Lane, std::variant_size_v<About>> lanes;
    std::vector<Learnt> learnt;

    /// With the mutex.
    void keep(Learnt answer)
    {
        if (learnt.empty())
            ::eventfd_write(readable.get(), 1);
        learnt.push_back(std::move(answer));
    }

    std::optional<Question> next(std::size_t kind)
    {
        const std::scoped_lock lock(mutex);
        Lane &lane = lanes.at(kind);
        if (lane.waiting.empty()) {
            --lane.threads;
            return std::nullopt;
        }
        Question question = std::move(lane.waiting.front());
        lane.waiting.pop_front();
        return question;
    }

    void work(std::size_t kind)
    {
        while (const auto question = next(kind)) {
            Learnt answer = answerTo(resolver, *question);
            const std::scoped_lock lock(mutex);
            keep(std::move(answer));
        }
    }

    /// With the mutex. Why no thread could be started, or nothing.
    static std::string startThread(const std::shared_ptr<Shared> &shared, std::size_t kind)
    {
        const SignalsBlocked blocked;
        try {
            std::thread([shared, kind] { shared->work(kind); }).detach();
        } catch (const std::exception &error) { // no thread, or no memory for one
            return error.what();
        }
        ++shared->lanes.at(kind).threads;
        return {};
    }

    static Lookup ask(const std::shared_ptr<Shared> &shared, About about)
    {
        const std::scoped_lock lock(shared->mutex);
        const std::size_t kind = about.index();
        Lane &lane = shared->lanes.at(kind);
        const Question question{Lookup{++shared->last}, std::move(about)};
        if (lane.waiting.size() >= mostWaiting) {
            shared->keep(
                withoutAnswer(question, QT_TRANSLATE_NOOP("Reasons", "too many names are being looked up")));
            return question.lookup;
        }
        lane.waiting.push_back(question);
        if (lane.threads >= atOnce)
            return question.lookup;
        const std::string trouble = startThread(shared, kind);
        if (!trouble.empty() && lane.threads == 0) { // otherwise those that run will come to it
            lane.waiting.pop_back();
            shared->keep(withoutAnswer(question, "no thread to look it up: " + trouble));
        }
        return question.lookup;
    }
};

Result<NameLookups> NameLookups::open(Resolver resolver)
{
    FileDescriptor event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!event.isOpen())
        return Error{ErrorCode::Io, "eventfd: " + systemText(errno)};
    return NameLookups(std::make_shared<Shared>(std::move(resolver), std::move(event)));
}

NameLookups::NameLookups(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

NameLookups::NameLookups(NameLookups &&other) noexcept = default;

NameLookups &NameLookups::operator=(NameLookups &&other) noexcept
{
    std::swap(m_shared, other.m_shared);
    return *this;
}

NameLookups::~NameLookups()
{
    if (!m_shared)
        return; // moved from
    const std::scoped_lock lock(m_shared->mutex);
    for (auto &lane : m_shared->lanes)
        lane.waiting.clear();
}

int NameLookups::descriptor() const
{
    return m_shared->readable.get();
}

Lookup NameLookups::addressesOf(const std::string &host)
{
    auto address = literalHost(host);
    if (!address)
        return Shared::ask(m_shared, host);
    const std::scoped_lock lock(m_shared->mutex);
    const Lookup lookup{++m_shared->last};
    m_shared->keep(HostAddresses{.lookup = lookup, .addresses = {std::move(*address)}});
    return lookup;
}

Lookup NameLookups::nameOf(const IpAddress &address)
{
    return Shared::ask(m_shared, address);
}

void NameLookups::forget(Lookup lookup)
{
    const std::scoped_lock lock(m_shared->mutex);
    for (auto &lane : m_shared->lanes)
        std::erase_if(lane.waiting, [&](const Question &question) { return question.lookup == lookup; });
}

std::vector<Learnt> NameLookups::take()
{
    const std::scoped_lock lock(m_shared->mutex);
    eventfd_t count = 0;
    ::eventfd_read(m_shared->readable.get(), &count);
    return std::exchange(m_shared->learnt, {});
}

} // namespace parallax
