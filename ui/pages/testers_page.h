// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/comparison.h"
#include "core/data/update.h"
#include "ui/charts/picture.h"
#include "ui/export_format.h"
#include "ui/models/tester_row.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace parallax {

class EmptyState;
class TesterDetail;
class TesterModel;
class TesterTable;
class Words;

/// Everybody who was measured, and the one that is chosen.
class TestersPage : public QWidget
{
    Q_OBJECT

public:
    explicit TestersPage(const Words &words, QWidget *parent = nullptr);

    void putRows(const std::vector<TesterRow> &rows);
    void removeRow(SessionId session);
    void setRecord(const SessionRecord &record, const RunComparison &others = {});
    /// What the empty page offers to send; empty when nobody listens, and not offered once it is revoked.
    void setLink(const QString &link, bool revoked = false);
    std::vector<SessionId> selectedSessions() const;
    std::vector<Picture> pictures();
    void focusFilter();
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    /// Answered with setRecord.
    void chosen(parallax::SessionId session);
    void exportSelectedRequested(parallax::ExportFormat format);
    void endRequested(parallax::SessionId session);
    void copyLinkRequested();
    void startRequested();

private:
    QWidget *left();

    TesterModel *m_model;
    TesterTable *m_table;
    TesterDetail *m_detail;
    EmptyState *m_empty;
    QLineEdit *m_filter;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
};

} // namespace parallax
