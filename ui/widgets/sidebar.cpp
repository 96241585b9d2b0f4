// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidebar.h"

#include <algorithm>

namespace parallax {

Sidebar::Sidebar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setViewportMargins(6, 6, 6, 0);
    setVisible(false);
}

void Sidebar::addPage(const QString &name)
{
    addItem(name);
    const int wide = fontMetrics().horizontalAdvance(name) + fontMetrics().averageCharWidth() * 4;
    item(count() - 1)->setSizeHint(QSize(wide, fontMetrics().height() * 2));
    setFixedWidth(std::max(sizeHintForColumn(0) + 20, 84));
    setVisible(count() > 1);
    if (currentRow() < 0)
        setCurrentRow(0);
}

} // namespace parallax
