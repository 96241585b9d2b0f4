// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_request.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace parallax {

class PlainLabel;

/// How the probes of the next paths are made and sent: of a request what probe_settings names.
class ProbeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProbeDialog(const TraceRequest &now, QWidget *parent = nullptr);

    TraceRequest probes() const;

private:
    void addNumbers(QFormLayout &form);
    void addOrigin(QFormLayout &form);
    void showProbes(const TraceRequest &probes);
    void check();

    QSpinBox *m_length;
    QComboBox *m_dscp;
    QDoubleSpinBox *m_wait;
    QSpinBox *m_firstTtl;
    QSpinBox *m_maxTtl;
    QLineEdit *m_source;
    QLineEdit *m_device;
    PlainLabel *m_trouble;
    QDialogButtonBox *m_buttons;
};

} // namespace parallax
