// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/stored_path.h"

#include <QDialog>

#include <optional>
#include <vector>

class QLocale;
class QPushButton;
class QTableView;

namespace parallax {

class PlainLabel;
class StoredPathModel;

/// The watched paths in the store, to open one again or to delete it.
class StoredPathsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StoredPathsDialog(const QLocale &locale, QWidget *parent = nullptr);

    /// Until the first call it says that the store is being read.
    void setPaths(std::vector<StoredPath> paths);
    /// What did not work, in a sentence.
    void showTrouble(const QString &sentence);

Q_SIGNALS:
    /// The dialog is closed then.
    void openRequested(const QString &id);
    /// Was confirmed. Answered with setPaths.
    void removeRequested(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpTable();
    std::optional<StoredPath> chosen() const;
    void openChosen();
    void removeChosen();
    void updateButtons();

    StoredPathModel *m_model;
    QTableView *m_table;
    PlainLabel *m_message;
    QPushButton *m_open;
    QPushButton *m_remove;
};

} // namespace parallax
