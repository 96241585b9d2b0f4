// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/echo/page_ticket.h"
#include "core/service/web_origin.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPair>
#include <QString>

#include <map>
#include <string>

namespace parallax {

class Words;

/// What a browser asks for.
struct PageRequest {
    QByteArray path{};
    QByteArray host{}; // the header
    QByteArray acceptLanguage{};
    IpAddress from{};
    Timestamp now{};
};

struct PageAnswer {
    int status = 200;
    QByteArray type{"text/html; charset=utf-8"};
    QByteArray body{};
    QList<QPair<QByteArray, QByteArray>> headers{}; // beside type and length
};

/// The tester's page and its refusals: from a request and the invitations to an answer, without any socket.
class Pages
{
public:
    /// Says whether "/" is the page, without a token, and where its WebSocket is.
    void configure(bool anonymous, SocketSettings socket);
    void setTickets(const PageTickets &tickets) { m_tickets = tickets; }
    /// Learns which invitations there are.
    void apply(const Update &update, Timestamp now);
    PageAnswer answer(const PageRequest &request) const;
    /// For an address that holds too many connections.
    static PageAnswer tooMany(const PageRequest &request);
    /// For a method that is neither GET nor HEAD.
    static PageAnswer notAllowed(const PageRequest &request);

private:
    /// How an invitation stands, seen by the page: a reload soon after the last use is the same use.
    struct Standing {
        bool known = false;
        InvitationState state = InvitationState::Usable;
        std::string name{};
    };

    Standing standing(const std::string &token, Timestamp now) const;
    PageAnswer invited(const PageRequest &request, const std::string &token) const;
    PageAnswer page(const PageRequest &request, const Words &words, const std::string &token,
                    const std::string &name) const;

    bool m_anonymous = false;
    SocketSettings m_socket{};
    PageTickets m_tickets;
    Board m_board;
    std::map<std::string, Timestamp> m_lastUse; // by token
};

} // namespace parallax
