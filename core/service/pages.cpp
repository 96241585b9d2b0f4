// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/pages.h"

#include "core/base/random.h"
#include "core/echo/request_head.h"
#include "core/service/page_template.h"
#include "core/service/preferred_locale.h"
#include "core/text/words.h"

#include <QJsonObject>

#include <array>

namespace parallax {

namespace {

struct Asset {
    const char *path;
    const char *file;
    const char *type;
};
constexpr std::array assets{
    Asset{"/page.css", "page.css", "text/css; charset=utf-8"},
    Asset{"/page.js", "page.js", "text/javascript; charset=utf-8"},
    Asset{"/favicon.svg", "favicon.svg", "image/svg+xml"},
};

/// Headers of every answer. The token is in the path, so it must neither be kept nor told to others.
HttpAnswer guarded(HttpAnswer answer, const QByteArray &socketSource = {})
{
    const QByteArray connect = socketSource.isEmpty() ? "'none'" : "'self' " + socketSource;
    answer.headers += {
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src " + connect
             + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-store"},
        {"X-Content-Type-Options", "nosniff"},
    };
    return answer;
}

/// Assets are addressed relative to the page, so that a front may put it below a path of its own.
QString baseFor(const QByteArray &path)
{
    return path.count('/') > 1 ? QStringLiteral("../") : QString();
}

HttpAnswer notice(int status, const PageRequest &request, const char *title, const char *text)
{
    const Words words(preferredLocale(request.acceptLanguage));
    QMap<QString, QString> values = words.pageTexts();
    const bool refused = status == 403;
    values[QStringLiteral("title")] = values.value(QString::fromLatin1(title));
    values[QStringLiteral("text")] = values.value(QString::fromLatin1(text));
    values[QStringLiteral("advice")] = refused ? values.value(QStringLiteral("whom_to_ask")) : QString();
    values[QStringLiteral("base")] = baseFor(request.path);
    return guarded({.status = status, .body = fillTemplate(webFile(QStringLiteral("notice.html")), values)});
}

const char *refusalFor(bool known, InvitationState state)
{
    if (!known)
        return "forbidden";
    switch (state) {
    case InvitationState::Expired:
        return "expired";
    case InvitationState::Revoked:
        return "revoked";
    case InvitationState::UsedUp:
        return "used_up";
    case InvitationState::Usable:
        break;
    }
    return "forbidden";
}

} // namespace

void Pages::configure(bool anonymous, SocketSettings socket, int runs)
{
    m_anonymous = anonymous;
    m_socket = std::move(socket);
    m_runs = runs;
}

void Pages::apply(const Update &update, Timestamp now)
{
    const auto *changed = std::get_if<InvitationChanged>(&update);
    if (!changed)
        return; // whatever else happens is nothing that the page shows
    const Invitation &invitation = changed->invitation;
    if (invitation.maxUses && changed->usedFrom)
        m_recentUses.note(invitation.token, *changed->usedFrom, now);
    m_board.apply(update);
}

HttpAnswer Pages::answer(const PageRequest &request) const
{
    for (const Asset &asset : assets) {
        if (request.path == asset.path)
            return guarded({.type = asset.type, .body = webFile(QString::fromLatin1(asset.file))});
    }
    const std::string path = request.path.toStdString();
    if (path.starts_with("/t/"))
        return invited(request, tokenIn(path, "/t/"));
    if (path != "/")
        return notice(404, request, "not_found_title", "not_found");
    if (!m_anonymous)
        return notice(403, request, "refused_title", "forbidden");
    return page(request, Words(preferredLocale(request.acceptLanguage)), {}, {});
}

HttpAnswer Pages::tooMany(const PageRequest &request)
{
    return notice(429, request, "title", "too_many");
}

HttpAnswer Pages::notAllowed(const PageRequest &request)
{
    HttpAnswer refusal = notice(405, request, "not_found_title", "not_found");
    refusal.headers.emplaceBack("Allow", "GET, HEAD");
    return refusal;
}

Pages::Standing Pages::standing(const std::string &token, const IpAddress &from, Timestamp now) const
{
    Standing found;
    for (const auto &[candidate, invitation] : m_board.invitations()) { // to the end, whatever is found
        if (!equalInConstantTime(candidate, token))
            continue;
        found = {.known = true, .state = invitation.state(now), .name = invitation.name};
        if (found.state == InvitationState::UsedUp && m_recentUses.mayBeSameUse(candidate, from, now))
            found.state = InvitationState::Usable;
    }
    return found;
}

HttpAnswer Pages::invited(const PageRequest &request, const std::string &token) const
{
    const Standing found = standing(token, request.from, request.now);
    if (!found.known || found.state != InvitationState::Usable)
        return notice(403, request, "refused_title", refusalFor(found.known, found.state));
    return page(request, Words(preferredLocale(request.acceptLanguage)), token, found.name);
}

HttpAnswer Pages::page(const PageRequest &request, const Words &words, const std::string &token,
                       const std::string &name) const
{
    const SocketPlace place = socketPlace(m_socket, request.host);
    if (place.url.isEmpty())
        return notice(400, request, "not_found_title", "not_found");
    QMap<QString, QString> values = words.pageTexts();
    QJsonObject texts;
    for (auto text = values.cbegin(); text != values.cend(); ++text)
        texts.insert(text.key(), text.value());
    const QString socket =
        QString::fromLatin1(place.url) + QStringLiteral("/ws/") + QString::fromStdString(token);
    QString who = values.value(name.empty() ? QStringLiteral("asks_anonymous") : QStringLiteral("asks_name"));
    values[QStringLiteral("who")] = who.replace(QStringLiteral("{name}"), QString::fromStdString(name));
    if (m_runs > 1)
        values[QStringLiteral("takes")] = values.value(QStringLiteral("takes_runs"))
                                              .replace(QStringLiteral("{runs}"), QString::number(m_runs));
    values[QStringLiteral("base")] = baseFor(request.path);
    QByteArray html = webFile(QStringLiteral("page.html"));
    html.replace("{{data}}",
                 scriptJson({{QStringLiteral("socket"), socket},
                             {QStringLiteral("page"), QString::fromLatin1(m_tickets.issue(request.from))},
                             {QStringLiteral("runs"), m_runs},
                             {QStringLiteral("texts"), texts}}));
    return guarded({.body = fillTemplate(html, values)}, place.policySource);
}

} // namespace parallax
