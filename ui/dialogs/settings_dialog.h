// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/settings.h"

#include <QDialog>

#include <vector>

class QPushButton;
class QTabWidget;

namespace parallax {

class SettingEditor;
class Words;

/// Every setting of the table, by group. What is refused is said beside the field.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Config config, const Words &words, QWidget *parent = nullptr);

    /// As edited; only what is valid can be accepted.
    const Config &config() const { return m_config; }
    void accept() override;

private:
    QWidget *tab(SettingGroup group);
    QWidget *label(SettingEditor *editor);
    void check();
    void markTabs();
    void resetAll();

    Config m_config;
    const Words &m_words;
    QTabWidget *m_tabs;
    QPushButton *m_ok = nullptr;
    std::vector<SettingEditor *> m_editors;
    bool m_valid = true;
};

} // namespace parallax
