// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidebar.h"

namespace parallax {

Sidebar::Sidebar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setVisible(false);
}

void Sidebar::addPage(const QString &name)
{
    addItem(name);
    setFixedWidth(sizeHintForColumn(0) + 32);
    setVisible(count() > 1);
    if (currentRow() < 0)
        setCurrentRow(0);
}

} // namespace parallax
