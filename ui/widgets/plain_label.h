// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace parallax {

/// A label that shows its text as it is: much of what we show was written by strangers.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Tone : std::uint8_t { Normal, Muted, Strong, Large };

    explicit PlainLabel(Tone tone = Tone::Normal, QWidget *parent = nullptr);

    /// Does nothing when the text is the same, so that a layout is not computed again.
    void setPlainText(const QString &text);
    /// Wraps, and lets the text be selected with mouse and keyboard.
    void setRunning();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    Tone m_tone;
    bool m_restyling = false;
};

/// One line, shortened at its end when there is no room; the whole text is its tool tip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace parallax
