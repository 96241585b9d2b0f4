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

/// The watched paths in the store, to open one again, to copy it to a file or to delete it.
class StoredPathsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StoredPathsDialog(const QLocale &locale, QWidget *parent = nullptr);

    /// Until the first call it says that the store is being read.
    void setPaths(std::vector<StoredPath> paths);
    /// Own targets are not named.
    void setHideOwn(bool hide);
    /// What was done, or did not work, in a sentence.
    void showMessage(const QString &sentence);

Q_SIGNALS:
    /// The dialog is closed then.
    void openRequested(const QString &id);
    /// A path is to be opened from a file. The dialog stays, in case no file is chosen.
    void fileRequested();
    /// To a file of its own. Answered with showMessage.
    void copyRequested(const parallax::StoredPath &path);
    /// Was confirmed. Answered with setPaths.
    void removeRequested(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpTable();
    std::optional<StoredPath> chosen() const;
    void openChosen();
    void copyChosen();
    void removeChosen();
    void updateButtons();

    StoredPathModel *m_model;
    QTableView *m_table;
    PlainLabel *m_message;
    QPushButton *m_open;
    QPushButton *m_copy;
    QPushButton *m_remove;
};

} // namespace parallax
