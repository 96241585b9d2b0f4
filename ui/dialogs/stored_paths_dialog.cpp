// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/stored_paths_dialog.h"

#include "ui/models/stored_path_model.h"
#include "ui/moment.h"
#include "ui/row_table.h"
#include "ui/widgets/plain_label.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

StoredPathsDialog::StoredPathsDialog(const QLocale &locale, QWidget *parent)
    : QDialog(parent)
    , m_model(new StoredPathModel(locale, this))
    , m_table(new QTableView(this))
    , m_message(new PlainLabel(PlainLabel::Tone::Normal, this))
{
    setObjectName(QStringLiteral("storedPaths"));
    setWindowTitle(tr("Stored paths"));
    setUpTable();
    m_message->setObjectName(QStringLiteral("storedMessage"));
    m_message->setWordWrap(true);
    m_message->setPlainText(tr("Reading the store…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [buttons](const QString &text, const char *name) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        return button;
    };
    m_open = add(tr("&Open"), "openStoredPath");
    m_open->setDefault(true);
    auto *file = add(tr("Open a &file…"), "openPathFile");
    m_copy = add(tr("&Save a copy…"), "copyStoredPath");
    m_remove = add(tr("&Delete…"), "deleteStoredPath");
    m_remove->setAutoDefault(false);
    connect(m_open, &QPushButton::clicked, this, &StoredPathsDialog::openChosen);
    connect(file, &QPushButton::clicked, this, &StoredPathsDialog::fileRequested);
    connect(m_copy, &QPushButton::clicked, this, &StoredPathsDialog::copyChosen);
    connect(m_remove, &QPushButton::clicked, this, &StoredPathsDialog::removeChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(860, 420);
    updateButtons();
}

void StoredPathsDialog::setUpTable()
{
    m_table->setObjectName(QStringLiteral("storedPathTable"));
    m_table->setAccessibleName(tr("Stored paths"));
    m_table->setModel(m_model);
    showAsRows(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(StoredPathModel::Target, QHeaderView::Stretch);
    const int moment = fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00 00:00:00 00"));
    m_table->setColumnWidth(StoredPathModel::From, moment);
    m_table->setColumnWidth(StoredPathModel::To, moment);
    m_table->setColumnWidth(StoredPathModel::Address,
                            fontMetrics().horizontalAdvance(QStringLiteral("000.000.000.000 00")));
    connect(m_table, &QTableView::doubleClicked, this, &StoredPathsDialog::openChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &StoredPathsDialog::updateButtons);
}

void StoredPathsDialog::setPaths(std::vector<StoredPath> paths)
{
    const int row = m_table->currentIndex().row();
    m_model->setPaths(std::move(paths));
    m_message->setPlainText(
        tr("No path has been stored yet: a path that is watched round after round is stored by itself."));
    m_message->setVisible(m_model->rowCount() == 0);
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
    updateButtons();
    m_table->setFocus();
}

void StoredPathsDialog::setHideOwn(bool hide)
{
    m_model->setHideOwn(hide);
}

void StoredPathsDialog::showMessage(const QString &sentence)
{
    m_message->setPlainText(sentence);
    m_message->show();
}

std::optional<StoredPath> StoredPathsDialog::chosen() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model->at(rows.front().row()));
}

void StoredPathsDialog::openChosen()
{
    const auto path = chosen();
    if (!path)
        return;
    accept();
    Q_EMIT openRequested(QString::fromStdString(path->id));
}

void StoredPathsDialog::copyChosen()
{
    if (const auto path = chosen())
        Q_EMIT copyRequested(*path);
}

void StoredPathsDialog::removeChosen()
{
    const auto path = chosen();
    if (!path || path->running)
        return;
    const auto chosenTargets = m_table->selectionModel()->selectedRows(StoredPathModel::Target);
    const QString target = chosenTargets.front().data().toString();
    QMessageBox box(QMessageBox::Question, tr("Delete a stored path"),
                    tr("Delete what was measured to %1 from %2 to %3? It cannot be brought back.")
                        .arg(target, fullMoment(path->started), fullMoment(path->ended)),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    QPushButton *remove = box.addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == static_cast<QAbstractButton *>(remove))
        Q_EMIT removeRequested(QString::fromStdString(path->id));
}

void StoredPathsDialog::updateButtons()
{
    const auto path = chosen();
    m_open->setEnabled(path.has_value());
    m_copy->setEnabled(path.has_value());
    m_remove->setEnabled(path && !path->running);
    m_remove->setToolTip(path && path->running ? tr("It is being watched: stop it first.") : QString());
}

void StoredPathsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete))
        return removeChosen();
    QDialog::keyPressEvent(event);
}

} // namespace parallax
