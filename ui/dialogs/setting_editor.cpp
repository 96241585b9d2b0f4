// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/setting_editor.h"

#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <type_traits>

namespace parallax {

namespace {

constexpr std::array<std::string_view, 4> fileSettings{"cert", "key", "fingerprints", "log-file"};

bool isFile(const Setting &setting)
{
    return std::find(fileSettings.begin(), fileSettings.end(), setting.name) != fileSettings.end();
}

/// Not for whoever looks over the shoulder.
bool isSecret(const Setting &setting)
{
    return setting.name == "api-token";
}

bool isLanguage(const Setting &setting)
{
    return setting.name == "language";
}

QString defaultText(const Setting &setting)
{
    return QString::fromStdString(settingText(Config{}, setting));
}

/// One that is not offered, as de_AT, is kept as it is written.
void choose(QComboBox &names, const QString &language)
{
    if (names.findData(language) < 0)
        names.addItem(language, language);
    names.setCurrentIndex(names.findData(language));
}

} // namespace

SettingEditor::SettingEditor(const Setting &setting, const Config &config, QWidget *parent)
    : QWidget(parent)
    , m_setting(setting)
    , m_field(makeField())
    , m_reset(new QToolButton(this))
    , m_complaint(new PlainLabel(PlainLabel::Tone::Normal, this))
{
    const auto name = QString::fromLatin1(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
    setObjectName(name);
    m_reset->setText(tr("Reset"));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::StrongFocus);
    const QString usual = defaultText(setting);
    m_reset->setToolTip(usual.isEmpty() ? tr("Back to the default")
                                        : tr("Back to the default, %1").arg(usual));
    QSizePolicy keepsItsPlace = m_reset->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsItsPlace);
    connect(m_reset, &QToolButton::clicked, this, &SettingEditor::reset);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    QPalette warning;
    warning.setColor(QPalette::WindowText, warningText(QApplication::palette()));
    m_complaint->setPalette(warning);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_field, 0, 0);
    layout->addWidget(m_reset, 0, 2);
    layout->addWidget(m_complaint, 1, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    if (isFile(setting)) {
        auto *choose = new QToolButton(this);
        choose->setText(tr("Choose…"));
        choose->setFocusPolicy(Qt::StrongFocus);
        connect(choose, &QToolButton::clicked, this, &SettingEditor::browse);
        layout->addWidget(choose, 0, 1);
    }
    setText(QString::fromStdString(settingText(config, setting)));
    connect(this, &SettingEditor::changed, this, &SettingEditor::showChange);
    showChange();
}

QWidget *SettingEditor::makeField()
{
    return std::visit(
        [this](auto member) -> QWidget * {
            using Value = std::remove_reference_t<std::invoke_result_t<decltype(member), Config &>>;
            if constexpr (std::is_same_v<Value, bool>)
                return makeSwitch();
            else if constexpr (std::is_same_v<Value, std::string>)
                return isLanguage(m_setting) ? makeLanguages() : makeText();
            else if constexpr (std::is_same_v<Value, std::chrono::milliseconds>)
                return makeNumber(tr(" ms"));
            else
                return makeNumber({});
        },
        m_setting.field);
}

QWidget *SettingEditor::makeSwitch()
{
    auto *box = new QCheckBox(this);
    connect(box, &QCheckBox::toggled, this, &SettingEditor::changed);
    return box;
}

QWidget *SettingEditor::makeNumber(const QString &suffix)
{
    auto *box = new QSpinBox(this);
    box->setRange(m_setting.least, m_setting.most);
    box->setSuffix(suffix);
    box->setAlignment(Qt::AlignRight);
    box->setMaximumWidth(box->fontMetrics().horizontalAdvance(QLatin1Char('0')) * 20);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(box, &QSpinBox::valueChanged, this, &SettingEditor::changed);
    return box;
}

QWidget *SettingEditor::makeText()
{
    auto *line = new QLineEdit(this);
    line->setClearButtonEnabled(true);
    if (isSecret(m_setting))
        line->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    connect(line, &QLineEdit::textChanged, this, &SettingEditor::changed);
    return line;
}

/// Each by its own name: whoever looks for it may not read the present one.
QWidget *SettingEditor::makeLanguages()
{
    auto *box = new QComboBox(this);
    box->addItem(tr("Desktop's own"), QString());
    box->addItem(QStringLiteral("English"), QStringLiteral("en"));
    box->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    box->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    connect(box, &QComboBox::currentIndexChanged, this, &SettingEditor::changed);
    return box;
}

QString SettingEditor::text() const
{
    if (const auto *names = qobject_cast<QComboBox *>(m_field))
        return names->currentData().toString();
    if (const auto *box = qobject_cast<QCheckBox *>(m_field))
        return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *number = qobject_cast<QSpinBox *>(m_field))
        return QString::number(number->value());
    return qobject_cast<QLineEdit *>(m_field)->text().trimmed();
}

void SettingEditor::setText(const QString &text)
{
    if (auto *names = qobject_cast<QComboBox *>(m_field))
        return choose(*names, text);
    if (auto *box = qobject_cast<QCheckBox *>(m_field))
        return box->setChecked(text == QLatin1String("true"));
    if (auto *number = qobject_cast<QSpinBox *>(m_field))
        return number->setValue(text.toInt());
    qobject_cast<QLineEdit *>(m_field)->setText(text);
}

void SettingEditor::reset()
{
    setText(defaultText(m_setting));
    m_field->setFocus();
}

void SettingEditor::complain(const QString &reason)
{
    m_complaint->setPlainText(reason.isEmpty() ? QString() : QStringLiteral("▲ ") + reason);
    m_complaint->setVisible(!reason.isEmpty());
    m_field->setAccessibleDescription(reason);
}

bool SettingEditor::hasComplaint() const
{
    return !m_complaint->text().isEmpty();
}

void SettingEditor::browse()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a file"), text());
    if (!file.isEmpty())
        setText(file);
}

void SettingEditor::showChange()
{
    m_reset->setVisible(text() != defaultText(m_setting));
}

} // namespace parallax
