// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settings_dialog.h"

#include "core/text/words.h"
#include "ui/dialogs/setting_editor.h"
#include "ui/dialogs/setting_rules.h"
#include "ui/widgets/plain_label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace parallax {

namespace {

constexpr std::array groups{SettingGroup::Service, SettingGroup::Pings, SettingGroup::Trace,
                            SettingGroup::Verdict, SettingGroup::Program};

} // namespace

SettingsDialog::SettingsDialog(Config config, const Words &words, QWidget *parent)
    : QDialog(parent)
    , m_config(std::move(config))
    , m_words(words)
    , m_tabs(new QTabWidget(this))
{
    setWindowTitle(tr("Settings"));
    for (const SettingGroup group : groups)
        m_tabs->addTab(tab(group), words.settingGroup(group));
    auto *buttons = new QDialogButtonBox(
        QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &SettingsDialog::resetAll);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(680, 520);
    check();
}

QWidget *SettingsDialog::tab(SettingGroup group)
{
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(16, 14, 16, 14);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    auto *when = new PlainLabel(PlainLabel::Tone::Muted, content);
    when->setWordWrap(true);
    when->setPlainText(group == SettingGroup::Program
                           ? tr("Changes here take effect when Parallax is started again.")
                           : tr("Changes here take effect at the next Start."));
    form->addRow(when);
    for (const Setting &setting : settings()) {
        if (setting.group != group)
            continue;
        auto *editor = new SettingEditor(setting, m_config, content);
        editor->field()->setToolTip(m_words.settingHelp(setting));
        connect(editor, &SettingEditor::changed, this, &SettingsDialog::check);
        m_editors.push_back(editor);
        form->addRow(label(editor), editor);
    }
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    return scroll;
}

QWidget *SettingsDialog::label(SettingEditor *editor)
{
    auto *label = new PlainLabel;
    label->setPlainText(m_words.settingLabel(editor->setting()));
    label->setToolTip(m_words.settingHelp(editor->setting()));
    label->setBuddy(editor->field());
    editor->field()->setAccessibleName(label->text());
    return label;
}

void SettingsDialog::check()
{
    Config edited = m_config;
    m_valid = true;
    std::map<std::string_view, QString> problems;
    for (const SettingEditor *editor : m_editors) {
        const auto applied = applySetting(edited, editor->setting(), editor->text().toStdString());
        if (!applied)
            problems[editor->setting().name] = m_words.reason(applied.error());
    }
    problems.merge(problemsOf(edited));
    for (SettingEditor *editor : m_editors) {
        const auto problem = problems.find(editor->setting().name);
        editor->complain(problem == problems.end() ? QString() : problem->second);
    }
    markTabs();
    m_valid = problems.empty();
    if (m_valid)
        m_config = edited;
    if (m_ok)
        m_ok->setEnabled(m_valid);
}

/// The complaint that keeps OK disabled may be on another tab than the one that is open.
void SettingsDialog::markTabs()
{
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const bool complains = std::any_of(m_editors.begin(), m_editors.end(), [&](const auto *editor) {
            return editor->setting().group == groups.at(i) && editor->hasComplaint();
        });
        const QString name = m_words.settingGroup(groups.at(i));
        m_tabs->setTabText(static_cast<int>(i), complains ? QStringLiteral("▲ ") + name : name);
    }
}

void SettingsDialog::accept()
{
    check();
    if (m_valid)
        QDialog::accept();
}

void SettingsDialog::resetAll()
{
    for (SettingEditor *editor : m_editors)
        editor->setText(QString::fromStdString(settingText(Config{}, editor->setting())));
}

} // namespace parallax
