// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/settings.h"

#include <QWidget>

class QToolButton;

namespace parallax {

class PlainLabel;

/// Edits one setting by the type of its field, and shows beside it why a value is refused.
class SettingEditor : public QWidget
{
    Q_OBJECT

public:
    SettingEditor(const Setting &setting, const Config &config, QWidget *parent = nullptr);

    const Setting &setting() const { return m_setting; }
    QString text() const;
    void setText(const QString &text);
    void reset();
    /// Empty takes the complaint away.
    void complain(const QString &reason);
    bool hasComplaint() const;
    QWidget *field() const { return m_field; }

Q_SIGNALS:
    void changed();

private:
    QWidget *makeField();
    QWidget *makeSwitch();
    QWidget *makeNumber(const QString &suffix);
    QWidget *makeText();
    QWidget *makeLanguages();
    void browse();
    void showChange();

    const Setting &m_setting;
    QWidget *m_field;
    QToolButton *m_reset;
    PlainLabel *m_complaint;
};

} // namespace parallax
