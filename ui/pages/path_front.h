// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QToolButton;

namespace parallax {

/// One path in front, or the overview of all, its two widgets in this order; and the button that changes
/// between both.
class PathFront : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PathFront(QWidget *parent = nullptr);

    QToolButton *button() const { return m_button; }
    bool showsAll() const;
    void leaveAll();
    /// A single target needs no overview.
    void offerAll(bool severalTargets);

Q_SIGNALS:
    /// They have come to the front.
    void allShown();
    void oneShown();

private:
    void bring(bool all);

    QToolButton *m_button; // checked while the overview is in front
};

} // namespace parallax
