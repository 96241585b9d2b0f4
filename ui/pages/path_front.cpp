// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_front.h"

#include <QToolButton>

namespace parallax {

PathFront::PathFront(QWidget *parent)
    : QStackedWidget(parent)
    , m_button(new QToolButton(this))
{
    m_button->setObjectName(QStringLiteral("pathAll"));
    m_button->setText(tr("All"));
    m_button->setToolTip(tr("All targets at a glance"));
    m_button->setAccessibleDescription(m_button->toolTip());
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->hide();
    connect(m_button, &QToolButton::clicked, this, &PathFront::bring);
}

bool PathFront::showsAll() const
{
    return m_button->isChecked();
}

void PathFront::bring(bool all)
{
    m_button->setChecked(all);
    setCurrentIndex(all ? 1 : 0);
    if (all)
        Q_EMIT allShown();
    else
        Q_EMIT oneShown();
}

void PathFront::leaveAll()
{
    if (showsAll())
        bring(false);
}

void PathFront::offerAll(bool severalTargets)
{
    m_button->setVisible(severalTargets);
    if (!severalTargets)
        leaveAll();
}

} // namespace parallax
