// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/invitations_dialog.h"

#include "ui/dialogs/link_dialog.h"
#include "ui/models/invitation_model.h"
#include "ui/row_table.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace parallax {

namespace {

constexpr std::chrono::minutes staleAtMost{1};

} // namespace

InvitationsDialog::InvitationsDialog(InvitationModel *model, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_table(new QTableView(this))
{
    setWindowTitle(tr("Invitations"));
    m_table->setObjectName(QStringLiteral("invitations"));
    m_table->setAccessibleName(tr("Invitations"));
    m_table->setModel(model);
    showAsRows(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(InvitationModel::Link, QHeaderView::Stretch);
    m_table->setColumnWidth(InvitationModel::Name, 160);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *invite = buttons->addButton(tr("&Invite…"), QDialogButtonBox::ActionRole);
    m_copy = buttons->addButton(tr("&Copy link"), QDialogButtonBox::ActionRole);
    m_code = buttons->addButton(tr("&QR code"), QDialogButtonBox::ActionRole);
    m_revoke = buttons->addButton(tr("&Revoke"), QDialogButtonBox::ActionRole);
    m_revoke->setObjectName(QStringLiteral("revoke"));
    connect(invite, &QPushButton::clicked, this, &InvitationsDialog::inviteRequested);
    connect(m_copy, &QPushButton::clicked, this, &InvitationsDialog::copy);
    connect(m_code, &QPushButton::clicked, this, &InvitationsDialog::showCode);
    connect(m_revoke, &QPushButton::clicked, this, &InvitationsDialog::revoke);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &InvitationsDialog::updateButtons);
    connect(model, &QAbstractItemModel::dataChanged, this, &InvitationsDialog::updateButtons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table);
    layout->addWidget(buttons);
    resize(820, 380);
    auto *clock = new QTimer(this); // they expire by themselves
    clock->setObjectName(QStringLiteral("clock"));
    connect(clock, &QTimer::timeout, model, [model] { model->setNow(wallClock()); });
    clock->start(staleAtMost);
    if (model->rowCount() > 0)
        m_table->selectRow(model->rowCount() - 1);
    updateButtons();
}

int InvitationsDialog::currentRow() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.front().row();
}

void InvitationsDialog::copy() const
{
    QGuiApplication::clipboard()->setText(m_model->linkAt(currentRow()));
}

void InvitationsDialog::showCode()
{
    const int row = currentRow();
    LinkDialog(QString::fromStdString(m_model->at(row).name), m_model->linkAt(row), this).exec();
}

void InvitationsDialog::revoke()
{
    Q_EMIT revokeRequested(QString::fromStdString(m_model->at(currentRow()).token));
}

void InvitationsDialog::updateButtons()
{
    const int row = currentRow();
    const bool usable = row >= 0 && m_model->at(row).state(wallClock()) == InvitationState::Usable;
    for (QPushButton *button : {m_copy, m_code})
        button->setEnabled(usable && !m_model->linkAt(row).isEmpty());
    m_revoke->setEnabled(usable);
}

} // namespace parallax
