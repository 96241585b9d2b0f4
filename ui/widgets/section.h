// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace parallax {

/// A heading above a framed area with the colour of paper: one question answered.
class Section : public QWidget
{
    Q_OBJECT

public:
    Section(const QString &title, QWidget *content, QWidget *parent = nullptr);
};

/// The frame alone.
class Paper : public QFrame
{
    Q_OBJECT

public:
    explicit Paper(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The frame around it, which owns it.
QWidget *onPaper(QWidget *content);

} // namespace parallax
