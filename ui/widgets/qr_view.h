// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/qr_code.h"

#include <QWidget>

namespace parallax {

/// The code, always black on white with its quiet zone: cameras want it so.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    void setText(const QString &text);
    const QrCode &code() const { return m_code; }
    QSize sizeHint() const override { return {260, 260}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QrCode m_code;
};

} // namespace parallax
