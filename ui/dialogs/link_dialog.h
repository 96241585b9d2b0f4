// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace parallax {

/// One link to hand over: as a QR code, as text, by the clipboard.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    /// `whom` is empty for the link that is everybody's.
    LinkDialog(const QString &whom, const QString &link, QWidget *parent = nullptr);
};

} // namespace parallax
