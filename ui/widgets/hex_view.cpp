// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hex_view.h"

#include "core/data/hex_dump.h"

#include <QFontDatabase>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace parallax {

namespace {

constexpr int shownLines = 6;

int whole(std::size_t value)
{
    return static_cast<int>(value);
}

} // namespace

HexView::HexView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &HexView::chooseAtCursor);
}

void HexView::setBytes(const std::vector<std::uint8_t> &bytes)
{
    if (bytes == m_bytes)
        return;
    m_filling = true;
    const int scrolled = verticalScrollBar()->value();
    m_bytes = bytes;
    setPlainText(QString::fromStdString(hexDump(bytes)));
    verticalScrollBar()->setValue(scrolled);
    m_filling = false;
}

void HexView::mark(std::size_t firstBit, std::size_t bits)
{
    QList<QTextEdit::ExtraSelection> marks;
    const std::size_t end = bits == 0 ? 0 : std::min((firstBit + bits + 7) / 8, m_bytes.size());
    for (std::size_t at = firstBit / 8; at < end;) {
        const std::size_t line = at / hexBytesPerLine;
        const std::size_t first = at % hexBytesPerLine;
        const std::size_t last = std::min(end - line * hexBytesPerLine, hexBytesPerLine) - 1;
        addMark(marks, line, hexColumn(first), hexColumn(last) + 2 - hexColumn(first));
        addMark(marks, line, characterColumn(first), last + 1 - first);
        at = (line + 1) * hexBytesPerLine;
    }
    setExtraSelections(marks);
}

void HexView::addMark(QList<QTextEdit::ExtraSelection> &marks, std::size_t line, std::size_t column,
                      std::size_t length) const
{
    const QTextBlock block = document()->findBlockByNumber(whole(line));
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(block);
    mark.cursor.setPosition(block.position() + whole(column));
    mark.cursor.setPosition(block.position() + whole(column + length), QTextCursor::KeepAnchor);
    mark.format.setBackground(palette().highlight());
    mark.format.setForeground(palette().highlightedText());
    marks << mark;
}

QSize HexView::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int room = frameWidth() * 2 + whole(static_cast<std::size_t>(document()->documentMargin())) * 2;
    return {metrics.horizontalAdvance(QLatin1Char('0')) * whole(characterColumn(hexBytesPerLine)) + room
                + verticalScrollBar()->sizeHint().width(),
            metrics.lineSpacing() * shownLines + room};
}

void HexView::chooseAtCursor()
{
    if (m_filling)
        return;
    const QTextCursor cursor = textCursor();
    const auto column = static_cast<std::size_t>(cursor.positionInBlock());
    const auto line = static_cast<std::size_t>(cursor.blockNumber());
    for (std::size_t i = 0; i < hexBytesPerLine; ++i) {
        const bool here =
            (column >= hexColumn(i) && column < hexColumn(i) + 2) || column == characterColumn(i);
        const std::size_t index = line * hexBytesPerLine + i;
        if (here && index < m_bytes.size())
            Q_EMIT byteChosen(index);
    }
}

} // namespace parallax
