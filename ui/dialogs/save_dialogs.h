// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"
#include "core/data/trace_state.h"
#include "ui/charts/picture.h"
#include "ui/export_format.h"

class QWidget;

namespace parallax {

class Words;

// Each begins where a file was last chosen, in this launch or an earlier one.

/// Where to write an export; empty when the user thinks better of it.
QString askExportFile(QWidget *parent, ExportFormat format);
/// Where to save a picture, as PNG or SVG: whichever was last chosen is offered first.
QString askPictureFile(QWidget *parent, const Picture &picture);
/// Where to write the clock clients.
QString askClocksFile(QWidget *parent);
/// Where to write one path.
QString askTraceFile(QWidget *parent, TraceFormat format, const QString &host);
/// Where to write a copy of a stored path that began then.
QString askPathCopy(QWidget *parent, const QString &host, Timestamp started);
/// Which folder to write several files into.
QString askFolder(QWidget *parent, const QString &title);
/// Which file with a path to open; empty when the user thinks better of it.
QString askPathFile(QWidget *parent);
/// Where to write the workbench's packets.
QString askPacketFile(QWidget *parent);
/// Whom and when a picture of `record` is about.
Caption captionOf(const SessionRecord &record, const Words &words, const QWidget *look);

/// `hideOwn`: an own target is not named.
Caption captionOf(const TraceState &state, bool hideOwn, const QWidget *look);
/// As the user named it; empty where it is an own one and `hideOwn`.
QString hostOf(const TraceState &state, bool hideOwn);
/// Of a file about `host`: "timeline-example.org", and "timeline" where there is none. Of its characters
/// letters, digits, dots and dashes stay.
QString stemAbout(const QString &what, const QString &host);

} // namespace parallax
