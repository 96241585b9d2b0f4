// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qr_view.h"

#include <QPainter>

#include <algorithm>

namespace parallax {

namespace {

constexpr int quietZone = 4; // modules, ISO/IEC 18004

} // namespace

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(180, 180);
    setAccessibleName(tr("QR code of the link"));
}

void QrView::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_code = qrCode(text);
    update();
}

void QrView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_code.side == 0)
        return;
    QPainter painter(this);
    const int modules = m_code.side + 2 * quietZone;
    const int scale = std::max(1, std::min(width(), height()) / modules);
    const QPoint corner((width() - modules * scale) / 2, (height() - modules * scale) / 2);
    painter.fillRect(QRect(corner, QSize(modules, modules) * scale), Qt::white);
    for (int y = 0; y < m_code.side; ++y) {
        for (int x = 0; x < m_code.side; ++x) {
            const QPoint place = corner + QPoint(x + quietZone, y + quietZone) * scale;
            const int module = y * m_code.side + x;
            if (m_code.dark[static_cast<std::size_t>(module)])
                painter.fillRect(QRect(place, QSize(scale, scale)), Qt::black);
        }
    }
}

} // namespace parallax
