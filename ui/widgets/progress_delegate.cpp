// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_delegate.h"

#include "ui/models/tester_model.h"
#include "ui/theme.h"

#include <QPainter>

namespace parallax {

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(TesterModel::RunningRole).toBool())
        return;
    const QRectF track(option.rect.left() + 4, option.rect.bottom() - 4, option.rect.width() - 8, 3);
    QRectF done = track;
    done.setWidth(track.width() * index.data(TesterModel::ProgressRole).toDouble());
    painter->fillRect(track, gridLine(option.palette));
    painter->fillRect(done, strokeOf(Layer::WebSocket, option.palette));
}

} // namespace parallax
