// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_board.h"
#include "ui/charts/picture.h"
#include "ui/models/clock_row.h"

#include <QWidget>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

class QCheckBox;
class QComboBox;
class QListWidget;
class QSplitter;
class QStackedWidget;

namespace parallax {

class ClockBar;
class ClockChart;
class ClockHistogram;
class ClockModel;
class ClockTable;
class PlainLabel;
class Words;

/// The clock lab: a server, its clients, and what each estimator makes of the same two clocks.
class ClocksPage : public QWidget
{
    Q_OBJECT

public:
    explicit ClocksPage(const Words &words, QWidget *parent = nullptr);

    /// Shows them as they are now; while the page is paused as they were then, without the removed.
    void setClocks(const ClockBoard &board);
    void setShareHost(const QString &host);
    QString shareHost() const;
    bool paused() const;
    std::uint16_t serverPort() const;
    /// 0 the curves, 1 the distribution.
    std::vector<Picture> pictures() const;
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void serverStartRequested(const parallax::ClockServerRequest &request);
    void serverStopRequested();
    /// What keeps this machine's clock, and what its ports need.
    void notesRequested();
    /// The TCP server and its connections.
    void connectionsRequested();
    void clientsRequested(const std::vector<parallax::ClockRequest> &requests);
    void closeRequested(parallax::ClockId clock);
    /// Nobody looks at it any more.
    void forgetRequested(parallax::ClockId clock);
    /// Answered with setClocks.
    void viewWanted();

private:
    QWidget *content();
    QWidget *charts();
    QWidget *lists();
    QWidget *toolLine();
    QWidget *empty();
    void connectParts();
    const ClockBoard &held(const ClockBoard &now);
    void showBoard(const ClockBoard &board);
    void showEvents(const ClockBoard &board);
    ClockQuantity quantity() const;
    QString quantityTitle() const;
    QString nameOf(const ClockBoard &board, ClockId clock) const;
    bool negativeWays(const ClockBoard &board, QString &sentence) const;

    const Words &m_words;
    std::set<ClockId> m_hidden;
    std::optional<ClockBoard> m_held; // since the pause
    std::map<ClockId, std::uint64_t> m_eventsShown; // how many were seen of each
    ClockBar *m_bar;
    QComboBox *m_quantity;
    QCheckBox *m_pause;
    ClockChart *m_chart;
    ClockHistogram *m_histogram;
    ClockModel *m_model;
    ClockTable *m_table;
    QListWidget *m_events;
    PlainLabel *m_note;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
};

} // namespace parallax
