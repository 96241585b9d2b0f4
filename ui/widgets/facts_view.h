// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/comparison.h"

#include <QString>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QGridLayout;

namespace parallax {

class PlainLabel;
class Words;

/// A fact by its name; an unknown value is a dash.
struct Fact {
    QString name;
    QString value;
};

std::vector<Fact> factsOf(const SessionRecord &record, const RunComparison &others, const Words &words);

/// Names and values in two columns, or one where there is no room.
class FactsView : public QWidget
{
    Q_OBJECT

public:
    explicit FactsView(const Words &words, QWidget *parent = nullptr);

    void setRecord(const SessionRecord &record, const RunComparison &others);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addRows(std::size_t count);

    const Words &m_words;
    QBoxLayout *m_layout;
    QGridLayout *m_left;
    QGridLayout *m_right;
    std::vector<PlainLabel *> m_names;
    std::vector<PlainLabel *> m_values;
};

} // namespace parallax
