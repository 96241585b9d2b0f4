// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/invite_dialog.h"

#include "ui/widgets/plain_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace parallax {

namespace {

constexpr int longestName = 64;
constexpr int hourInSeconds = 3600;
constexpr int dayInSeconds = 24 * hourInSeconds;

} // namespace

InviteDialog::InviteDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_validity(new QComboBox(this))
    , m_limited(new QCheckBox(tr("At most"), this))
    , m_uses(new QSpinBox(this))
{
    setWindowTitle(tr("Invite"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("Shown on their page and in your table"));
    m_validity->setObjectName(QStringLiteral("validity"));
    m_validity->addItem(tr("1 hour"), hourInSeconds);
    m_validity->addItem(tr("1 day"), dayInSeconds);
    m_validity->addItem(tr("7 days"), 7 * dayInSeconds);
    m_validity->addItem(tr("30 days"), 30 * dayInSeconds);
    m_validity->setCurrentIndex(1);
    m_limited->setObjectName(QStringLiteral("limited"));
    m_uses->setObjectName(QStringLiteral("uses"));
    m_uses->setRange(1, 1000);
    m_uses->setAccessibleName(tr("Most uses"));
    m_uses->setEnabled(false);
    connect(m_limited, &QCheckBox::toggled, m_uses, &QSpinBox::setEnabled);

    auto *limit = new QHBoxLayout;
    limit->addWidget(m_limited);
    limit->addWidget(m_uses);
    auto *times = new PlainLabel(PlainLabel::Tone::Normal, this);
    times->setPlainText(tr("times"));
    limit->addWidget(times, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *create = buttons->button(QDialogButtonBox::Ok);
    create->setText(tr("Create link"));
    create->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, create,
            [this, create] { create->setEnabled(!name().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Valid for"), m_validity);
    form->addRow(tr("Uses"), limit);
    form->addRow(buttons);
    setMinimumWidth(420);
}

QString InviteDialog::name() const
{
    return m_name->text().simplified();
}

std::chrono::seconds InviteDialog::validFor() const
{
    return std::chrono::seconds(m_validity->currentData().toInt());
}

std::optional<int> InviteDialog::maxUses() const
{
    return m_limited->isChecked() ? std::optional(m_uses->value()) : std::nullopt;
}

} // namespace parallax
