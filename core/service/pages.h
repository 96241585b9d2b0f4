// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/data/recent_uses.h"
#include "core/echo/page_ticket.h"
#include "core/service/http_answer.h"
#include "core/service/web_origin.h"

#include <QByteArray>
#include <QMap>
#include <QString>

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

/// The tester's page and its refusals: from a request and the invitations to an answer, without any socket.
class Pages
{
public:
    /// Says whether "/" is the page, without a token, where its WebSocket is, and how many runs a visit has.
    void configure(bool anonymous, SocketSettings socket, int runs = 1);
    void setTickets(const PageTickets &tickets) { m_tickets = tickets; }
    /// Learns which invitations there are.
    void apply(const Update &update, Timestamp now);
    HttpAnswer answer(const PageRequest &request) const;
    /// For an address that holds too many connections.
    static HttpAnswer tooMany(const PageRequest &request);
    /// For a method that is neither GET nor HEAD.
    static HttpAnswer notAllowed(const PageRequest &request);

private:
    /// How an invitation stands for whoever asks: a reload is the same use.
    struct Standing {
        bool known = false;
        InvitationState state = InvitationState::Usable;
        std::string name{};
    };

    Standing standing(const std::string &token, const IpAddress &from, Timestamp now) const;
    HttpAnswer invited(const PageRequest &request, const std::string &token) const;
    HttpAnswer page(const PageRequest &request, const Words &words, const std::string &token,
                    const std::string &name) const;

    bool m_anonymous = false;
    SocketSettings m_socket{};
    int m_runs = 1;
    PageTickets m_tickets;
    Board m_board;
    RecentUses m_recentUses; // where uses are limited
};

} // namespace parallax
