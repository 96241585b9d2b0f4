// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace parallax {

/// What the Path page is for, where nothing has been traced yet.
class PathEmpty : public QWidget
{
    Q_OBJECT

public:
    explicit PathEmpty(QWidget *parent = nullptr);

Q_SIGNALS:
    void hostRequested();
    void storedRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *button(const QString &text, const char *name, void (PathEmpty::*signal)());
};

} // namespace parallax
