// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "core/base/overloaded.h"
#include "core/text/words.h"
#include "ui/models/invitation_model.h"
#include "ui/pages/clocks_page.h"
#include "ui/pages/path_page.h"
#include "ui/pages/testers_page.h"
#include "ui/shown_text.h"
#include "ui/widgets/log_dock.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/top_bar.h"
#include "ui/window_actions.h"

#include <QElapsedTimer>
#include <QMenu>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <utility>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto refreshInterval = 100ms; // ten times a second are enough for eyes
constexpr qint64 rowBudgetMs = 8; // the rest of the rows wait for the next refresh
constexpr auto historic = 1ULL << 63; // the board numbers earlier runs from here

} // namespace

MainWindow::MainWindow(Config config, const Words &words, QWidget *parent)
    : QMainWindow(parent)
    , m_config(std::move(config))
    , m_words(words)
    , m_refresh(refreshInterval)
    , m_invitations(new InvitationModel(this))
    , m_actions(new WindowActions(this))
    , m_top(new TopBar(this))
    , m_notices(new NoticeBar(words, this))
    , m_sidebar(new Sidebar(this))
    , m_pages(new QStackedWidget(this))
    , m_testers(new TestersPage(words, this))
    , m_path(new PathPage(words, this))
    , m_clocks(new ClocksPage(words, this))
    , m_log(new LogDock(this))
    , m_status(new PlainLabel(PlainLabel::Tone::Muted, this))
{
    setWindowTitle(tr("Parallax"));
    setAcceptDrops(true);
    layOut();
    connectActions();
    connectPage();
    connectPath();
    connectClocks();
    connect(&m_refresh, &RefreshTimer::due, this, &MainWindow::refresh);
    restore();
    refresh();
}

void MainWindow::layOut()
{
    addPage(tr("Testers"), m_testers);
    addPage(tr("Path"), m_path);
    addPage(tr("Clocks"), m_clocks);
    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_notices);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    setCentralWidget(center);
    addDockWidget(Qt::BottomDockWidgetArea, m_log);
    resizeDocks({m_log}, {160}, Qt::Vertical);
    m_log->hide();
    m_actions->viewMenu()->addAction(m_log->toggleViewAction());
    m_log->toggleViewAction()->setShortcut(QKeySequence(tr("Ctrl+L")));
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setContentsMargins(8, 0, 0, 0);
    statusBar()->addWidget(m_status, 1);
    connect(m_sidebar, &Sidebar::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::refreshClocks);
}

void MainWindow::addPage(const QString &name, QWidget *page)
{
    m_sidebar->addPage(name);
    m_pages->addWidget(page);
}

void MainWindow::apply(const QList<Update> &updates)
{
    for (const Update &update : updates) {
        if (!isOwnTrace(update))
            continue; // somebody else's, from the HTTP service
        m_board.apply(update);
        note(update);
    }
    m_refresh.request();
}

void MainWindow::note(const Update &update)
{
    const auto changed = [this](SessionId session) {
        m_changed.insert(session);
        m_currentChanged = m_currentChanged || session == m_current || isOfCurrentTester(session);
    };
    std::visit(Overloaded{
                   [this](const Listening &) { m_serviceChanged = true; },
                   [this](const ListeningStopped &) { m_serviceChanged = true; },
                   [this](const Notice &notice) { noteTrouble(notice); },
                   [this](const InvitationChanged &u) { noteInvitation(u.invitation); },
                   [this](const SessionFailed &u) {
                       appendLog(tr("A tester came, but nothing could be measured: %1")
                                     .arg(shownText(m_words.reason({.message = u.reason}))));
                       m_changed.erase(u.session);
                       m_testers->removeRow(u.session);
                   },
                   [&](const HistoryLoaded &) {
                       const auto &all = m_board.sessions();
                       for (auto it = all.lower_bound(SessionId{historic}); it != all.end(); ++it)
                           changed(it->first);
                   },
                   [this](const StoredPathsListed &u) { noteStored(u); },
                   [this](const StoredPathOpened &u) { noteStored(u); },
                   [this](const StoredPathCopied &u) { noteStored(u); },
                   [this](const StoredPathFailed &u) { noteStored(u); },
                   [&](const auto &u) {
                       if constexpr (requires { u.session; })
                           changed(u.session);
                       if constexpr (requires { u.trace; })
                           noteTrace(u.trace, update);
                   },
               },
               update);
}

void MainWindow::noteTrouble(const Notice &notice)
{
    const auto over = [&](NoticeCode trouble) {
        m_troubles.erase(trouble);
        statusBar()->showMessage(m_words.notice(notice), 8000);
    };
    if (notice.code == NoticeCode::StoreRecovered)
        over(NoticeCode::StoreUnusable);
    else if (notice.code == NoticeCode::CaptureRecovered)
        over(NoticeCode::CaptureStopped);
    else if (notice.cleared)
        m_troubles.erase(notice.code);
    else
        m_troubles[notice.code] = notice;
    const bool prevents = notice.code == NoticeCode::PortInUse || notice.code == NoticeCode::AddressUnusable
        || notice.code == NoticeCode::CertificateUnusable || notice.code == NoticeCode::CannotListen;
    if (prevents && !notice.cleared && m_top->state() == ServiceState::Starting)
        m_top->setState(ServiceState::Stopped);
    m_path->setStoreFails(m_troubles.contains(NoticeCode::StoreUnusable));
    m_serviceChanged = true;
}

/// Its runs are compared beside the one that is shown.
bool MainWindow::isOfCurrentTester(SessionId session) const
{
    const SessionRecord *current = m_current ? m_board.find(*m_current) : nullptr;
    const SessionRecord *other = m_board.find(session);
    return current && other && other->end != SessionEnd::Running && sameTester(*current, *other);
}

void MainWindow::refresh()
{
    refreshRows();
    refreshTraces();
    refreshClocks();
    if (m_serviceChanged)
        refreshService();
    if (m_currentChanged && m_current)
        showTester(*m_current);
    m_status->setPlainText(statusText());
    m_log->flush();
    if (!m_changed.empty())
        m_refresh.request();
}

void MainWindow::refreshRows()
{
    QElapsedTimer spent;
    spent.start();
    std::vector<TesterRow> rows;
    while (!m_changed.empty() && spent.elapsed() < rowBudgetMs) {
        const SessionId session = *m_changed.begin();
        m_changed.erase(m_changed.begin());
        if (const SessionRecord *record = m_board.find(session))
            rows.push_back(testerRow(session, *record));
    }
    if (rows.empty())
        return;
    m_testers->putRows(rows);
    m_actions->setAnyTester(!m_board.sessions().empty());
}

void MainWindow::refreshService()
{
    m_serviceChanged = false;
    const auto &listening = m_board.listening();
    QStringList links;
    if (listening) {
        for (const std::string &url : listening->urls)
            links << QString::fromStdString(url);
    }
    const bool revoked = isLinkRevoked();
    m_top->setLinks(links);
    m_top->setRevoked(revoked);
    m_testers->setLink(m_top->currentLink(), revoked);
    if (listening)
        m_top->setState(ServiceState::Listening);
    else if (m_top->state() == ServiceState::Listening)
        m_top->setState(ServiceState::Stopped);
    m_actions->setListening(listening.has_value(), m_top->state() == ServiceState::Stopped);
    m_actions->setAnyLink(!links.isEmpty() && !revoked);
    m_notices->setNotices(m_troubles);
}

QString MainWindow::statusText() const
{
    const auto testers = m_board.sessions().size();
    QStringList parts{testers == 1 ? tr("1 tester") : tr("%1 testers").arg(testers),
                      tr("%1 running").arg(m_board.running())};
    if (const auto &listening = m_board.listening()) {
        parts << (listening->privileged ? tr("capture on") : tr("capture off"));
        if (listening->privileged)
            parts << tr("%1 dropped")
                         .arg(m_words.locale().toString(static_cast<qulonglong>(m_board.dropped())));
    }
    return parts.join(QStringLiteral(" · "));
}

void MainWindow::showTester(SessionId session)
{
    m_current = session;
    m_currentChanged = false;
    std::vector<const SessionRecord *> all;
    for (const auto &[id, each] : m_board.sessions())
        all.push_back(&each);
    if (const SessionRecord *record = m_board.find(session))
        m_testers->setRecord(*record, compareRuns(*record, all));
}

void MainWindow::appendLog(const QString &line)
{
    m_log->append(line);
    m_refresh.request();
}

} // namespace parallax
