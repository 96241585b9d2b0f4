// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "core/text/words.h"
#include "ui/widgets/notice_row.h"

#include <QVBoxLayout>

namespace parallax {

NoticeBar::NoticeBar(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("notices"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void NoticeBar::setNotices(const std::map<NoticeCode, Notice> &notices)
{
    for (const auto &[code, notice] : notices)
        showNotice(notice);
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        const bool over = !notices.contains(row->first);
        if (over)
            row->second->deleteLater();
        row = over ? m_rows.erase(row) : std::next(row);
    }
    std::erase_if(m_closed, [&](const auto &closed) { return !notices.contains(closed.first); });
    setVisible(!m_rows.empty());
}

void NoticeBar::showNotice(const Notice &notice)
{
    const auto closed = m_closed.find(notice.code);
    if (closed != m_closed.end() && closed->second == notice)
        return;
    NoticeRow *&row = m_rows[notice.code];
    if (!row) {
        row = new NoticeRow(this);
        m_layout->addWidget(row);
        connect(row, &NoticeRow::closed, this, [this, code = notice.code] { close(code); });
    }
    m_shown[notice.code] = notice;
    row->setSentence(m_words.notice(notice));
    const bool isCommand = notice.detail.starts_with("sudo ");
    row->setCommand(isCommand ? QString::fromStdString(notice.detail) : QString());
}

void NoticeBar::close(NoticeCode code)
{
    const auto row = m_rows.find(code);
    if (row == m_rows.end())
        return;
    m_closed[code] = m_shown[code];
    row->second->deleteLater();
    m_rows.erase(row);
    setVisible(!m_rows.empty());
}

} // namespace parallax
