// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;
class QTableView;

namespace parallax {

class InvitationModel;

/// Who may come: the links that were given out, to copy or to take back.
class InvitationsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit InvitationsDialog(InvitationModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void inviteRequested();
    void revokeRequested(const QString &token);

private:
    int currentRow() const;
    void copy() const;
    void showCode();
    void revoke();
    void updateButtons();

    InvitationModel *m_model;
    QTableView *m_table;
    QPushButton *m_copy;
    QPushButton *m_code;
    QPushButton *m_revoke;
};

} // namespace parallax
