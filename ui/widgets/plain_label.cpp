// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_label.h"

#include "ui/shown_text.h"
#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace parallax {

PlainLabel::PlainLabel(Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    restyle();
}

void PlainLabel::setPlainText(const QString &text)
{
    if (text != QLabel::text())
        setText(text);
}

void PlainLabel::setRunning()
{
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // Reached by Tab only where there is nothing else to act on; otherwise it is in the way.
    setFocusPolicy(Qt::ClickFocus);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_restyling)
        restyle();
}

void PlainLabel::restyle()
{
    m_restyling = true;
    if (m_tone == Tone::Muted) {
        QPalette own;
        own.setColor(QPalette::WindowText, mutedText(QApplication::palette()));
        setPalette(own);
    }
    if (m_tone == Tone::Strong || m_tone == Tone::Large) {
        QFont own = font();
        own.setBold(true);
        if (m_tone == Tone::Large)
            own.setPointSizeF(QApplication::font().pointSizeF() * 1.4);
        setFont(own);
    }
    m_restyling = false;
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace parallax
