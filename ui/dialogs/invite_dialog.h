// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <chrono>
#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace parallax {

/// Asks whom a new link is for and how long it shall work.
class InviteDialog : public QDialog
{
    Q_OBJECT

public:
    explicit InviteDialog(QWidget *parent = nullptr);

    QString name() const;
    std::chrono::seconds validFor() const;
    std::optional<int> maxUses() const;

private:
    QLineEdit *m_name;
    QComboBox *m_validity;
    QCheckBox *m_limited;
    QSpinBox *m_uses;
};

} // namespace parallax
