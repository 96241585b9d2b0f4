// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace parallax::lab {

/// A prefix for namespaces and directories that no other street, in this process or another, has.
QString freshPrefix();

/// Why no lab can be built here; empty when it can.
QString labMissing();

Result<void> makeNamespaces(const QStringList &names);

/// Ends every process in it, by id; it stays.
void endProcessesIn(const QString &name);

/// Ends every process in it and removes it.
void removeNamespace(const QString &name);

/// Removes the namespaces and directories of labs whose process is gone.
void removeAbandoned();

} // namespace parallax::lab
