// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <cstdint>
#include <vector>

namespace parallax {

/// A packet's bytes as a hex dump; some of them stand out. The cursor's byte can be asked about.
class HexView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);

    void setBytes(const std::vector<std::uint8_t> &bytes);
    /// Marks every byte that has one of these bits.
    void mark(std::size_t firstBit, std::size_t bits);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user went to this byte.
    void byteChosen(std::size_t index);

private:
    void chooseAtCursor();
    void addMark(QList<QTextEdit::ExtraSelection> &marks, std::size_t line, std::size_t column,
                 std::size_t length) const;

    std::vector<std::uint8_t> m_bytes;
    bool m_filling = false;
};

} // namespace parallax
