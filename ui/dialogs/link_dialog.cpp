// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/link_dialog.h"

#include "ui/widgets/plain_label.h"
#include "ui/widgets/qr_view.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

LinkDialog::LinkDialog(const QString &whom, const QString &link, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(whom.isEmpty() ? tr("Link") : tr("Link for %1").arg(whom));
    auto *heading = new PlainLabel(PlainLabel::Tone::Strong, this);
    heading->setPlainText(whom.isEmpty() ? tr("Whoever opens this link can be measured")
                                         : tr("Send this link to %1").arg(whom));
    heading->setWordWrap(true);
    auto *code = new QrView(this);
    code->setText(link);
    auto *text = new QLineEdit(link, this);
    text->setObjectName(QStringLiteral("link"));
    text->setAccessibleName(tr("Link"));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setCursorPosition(0);
    text->setMinimumWidth(std::min(560, text->fontMetrics().horizontalAdvance(link) + 24));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [link] { QGuiApplication::clipboard()->setText(link); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(code, 1);
    layout->addWidget(text);
    layout->addWidget(buttons);
    copy->setFocus();
}

} // namespace parallax
