// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace parallax {

class NoticeRow;
class Words;

/// What should be mended, each in one sentence with its cure. Goes when the trouble does, or when closed.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(const Words &words, QWidget *parent = nullptr);

    /// All that is wrong now.
    void setNotices(const std::map<NoticeCode, Notice> &notices);

private:
    void close(NoticeCode code);
    void showNotice(const Notice &notice);

    const Words &m_words;
    QVBoxLayout *m_layout;
    std::map<NoticeCode, NoticeRow *> m_rows;
    std::map<NoticeCode, Notice> m_shown; // what they say
    std::map<NoticeCode, Notice> m_closed; // by the user; shown again when the notice changes
};

} // namespace parallax
