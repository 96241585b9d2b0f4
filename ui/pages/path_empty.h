// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace parallax {

/// What the Path page is for, where nothing has been traced yet.
class PathEmpty : public QWidget
{
    Q_OBJECT

public:
    explicit PathEmpty(QWidget *parent = nullptr);

Q_SIGNALS:
    void hostRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace parallax
