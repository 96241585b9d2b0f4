// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_event_log.h"

#include "ui/models/path_event_model.h"
#include "ui/row_table.h"
#include "ui/widgets/plain_label.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace parallax {

PathEventLog::PathEventLog(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_model(new PathEventModel(words, this))
    , m_table(new QTableView(this))
    , m_rtt(limit("rttLimit", tr("Round-trip time that is worth an alert, in milliseconds"), 60'000.0))
    , m_loss(limit("lossLimit", tr("Loss that is worth an alert, in per cent"), 99.0))
{
    setObjectName(QStringLiteral("events"));
    m_rtt->setSuffix(tr(" ms"));
    m_loss->setSuffix(tr(" %"));
    m_table->setObjectName(QStringLiteral("eventTable"));
    m_table->setAccessibleName(tr("Events on the path"));
    m_table->setModel(m_model);
    showAsRows(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PathEventModel::At,
                            fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00 00:00:00 00")));
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT momentChosen(m_model->eventAt(index.row()).at); });
    followNewest();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(limitBar());
    layout->addWidget(m_table, 1);
}

QDoubleSpinBox *PathEventLog::limit(const char *name, const QString &label, double most)
{
    auto *box = new QDoubleSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setToolTip(label);
    box->setDecimals(0);
    box->setRange(0.0, most);
    box->setSpecialValueText(tr("never"));
    box->setKeyboardTracking(false); // 150 begins with 1
    connect(box, &QDoubleSpinBox::valueChanged, this, &PathEventLog::limitsChanged);
    return box;
}

QWidget *PathEventLog::limitBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    const auto add = [&](const QString &text, QWidget *box) {
        auto *label = new PlainLabel(PlainLabel::Tone::Normal, bar);
        label->setPlainText(text);
        label->setBuddy(box);
        layout->addWidget(label);
        layout->addWidget(box);
    };
    add(tr("Alert when the median round trip is above"), m_rtt);
    add(tr("or the loss above"), m_loss);
    layout->addStretch(1);
    return bar;
}

void PathEventLog::setEvents(const std::vector<PathEvent> &events)
{
    m_model->setEvents(events);
}

void PathEventLog::reset()
{
    setEvents({});
    m_table->scrollToBottom(); // lays out at once: else where it was scrolled would be another path's place
    m_atEnd = true;
}

void PathEventLog::followNewest()
{
    QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar] { m_atEnd = bar->value() == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar] {
        if (m_atEnd)
            bar->setValue(bar->maximum());
    });
}

PathLimits PathEventLog::limits() const
{
    PathLimits limits;
    if (m_rtt->value() > 0.0)
        limits.rtt = fromMilliseconds(m_rtt->value());
    if (m_loss->value() > 0.0)
        limits.loss = m_loss->value() / 100.0;
    return limits;
}

void PathEventLog::takeTyped()
{
    m_rtt->interpretText();
    m_loss->interpretText();
}

void PathEventLog::setLimits(const PathLimits &limits)
{
    m_rtt->setValue(limits.rtt ? toMilliseconds(*limits.rtt) : 0.0);
    m_loss->setValue(limits.loss.value_or(0.0) * 100.0);
}

} // namespace parallax
