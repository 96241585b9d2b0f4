// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/path/packet_hub.h"

#include "core/base/failure.h"
#include "core/probe/craft_port.h"
#include "core/probe/surroundings.h"

#include <QSocketNotifier>

#include <algorithm>

namespace parallax {

namespace {

constexpr int mostAnswers = 256; // a whole network may answer; nobody reads more

std::string namesOf(const std::vector<PacketDanger> &dangers)
{
    std::string names;
    for (const PacketDanger danger : dangers)
        names += (names.empty() ? "" : ",") + std::string(nameOf(danger));
    return names;
}

template<class Code>
bool has(const std::vector<Code> &codes, Code code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

PacketHub::PacketHub(CraftPort *port, Error why)
    : m_port(port)
    , m_why(std::move(why))
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        if (m_run && m_run->sent < m_run->request.repeat.count)
            sendNext();
        else
            finish();
    });
    if (!m_port)
        return;
    for (const int descriptor : m_port->descriptors()) {
        auto *notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, &PacketHub::hear);
    }
}

void PacketHub::survey(const IpAddress &target)
{
    Q_EMIT updated({PacketSurroundingsFound{surroundingsOf(target)}});
}

void PacketHub::refuse(Error error, std::vector<PacketDanger> missing)
{
    Q_EMIT updated({PacketRefused{.error = std::move(error), .missing = std::move(missing)}});
}

Result<PacketHub::Admitted> PacketHub::admit(const PacketRequest &request,
                                             std::vector<PacketDanger> &missing) const
{
    if (!m_port)
        return m_why;
    if (m_run)
        return Error{ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "a packet is under way")};
    if (auto inRange = checkRepeat(request.repeat, request.wait); !inRange)
        return inRange.error();
    const PacketSurroundings around = surroundingsOf(request.draft.target());
    auto packet = assemble(request.draft, around.source.value_or(IpAddress{}));
    if (!packet)
        return packet.error();
    const PacketFindings findings = judgePacket(request.draft, packet.value(), request.repeat, around);
    missing = unconfirmed(findings.dangers, request.confirmed);
    if (!missing.empty())
        return failure(ErrorCode::InvalidArgument,
                       QT_TRANSLATE_NOOP("Reasons", "this packet needs a confirmation of %1"),
                       {namesOf(missing)});
    if (findings.dangers.size() != request.confirmed.size())
        return Error{
            ErrorCode::InvalidArgument,
            QT_TRANSLATE_NOOP("Reasons", "the confirmation is for another packet, this one needs none")};
    if (has(findings.hints, PacketHint::SourceUnknown))
        return failure(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "no route to %1: give ip.source"),
                       {request.draft.target().toString()});
    return Admitted{std::move(packet).value(), has(findings.dangers, PacketDanger::ManyHosts)};
}

void PacketHub::send(const PacketRequest &request)
{
    std::vector<PacketDanger> missing;
    auto admitted = admit(request, missing);
    if (!admitted)
        return refuse(admitted.error(), std::move(missing));
    auto [packet, manyMayAnswer] = std::move(admitted).value();
    AwaitedPacket awaited = awaitedFor(request.draft, packet);
    awaited.manyMayAnswer = manyMayAnswer;
    if (auto watched = m_port->watch(awaited); !watched)
        return refuse(watched.error());
    m_run = Run{.request = request, .bytes = std::move(packet.bytes), .manyMayAnswer = manyMayAnswer};
    sendNext();
}

void PacketHub::sendNext()
{
    auto sent = m_port->send(m_run->bytes);
    if (!sent) {
        m_run.reset();
        m_port->rest();
        return refuse(sent.error());
    }
    ++m_run->sent;
    const PacketRequest &request = m_run->request;
    m_wake.start(m_run->sent < request.repeat.count ? request.repeat.interval : request.wait);
    Q_EMIT updated({PacketSent{std::move(sent).value()}});
}

void PacketHub::hear()
{
    QList<PacketUpdate> updates;
    for (PacketAnswer &answer : m_port->receive()) {
        if (m_run && m_run->answers < mostAnswers) {
            ++m_run->answers;
            updates.push_back(PacketAnswered{std::move(answer)});
        }
    }
    if (updates.isEmpty())
        return;
    Q_EMIT updated(updates);
    const bool all = m_run && m_run->sent == m_run->request.repeat.count && m_port->allAnswered();
    const bool one = all && !m_run->manyMayAnswer; // many hosts answer one after another
    if (one || (m_run && m_run->answers == mostAnswers))
        finish();
}

void PacketHub::stop()
{
    finish(true);
}

void PacketHub::finish(bool stopped)
{
    if (!m_run)
        return;
    m_wake.stop();
    m_port->rest();
    const PacketsDone done{.sent = m_run->sent, .answers = m_run->answers, .stopped = stopped};
    m_run.reset();
    Q_EMIT updated({done});
}

} // namespace parallax
