// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/guide.h"

#include "ui/marks.h"
#include "ui/theme.h"
#include "ui/widgets/plain_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QMessageBox>

namespace parallax {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Guide", text);
}

void addLine(QGridLayout *layout, QWidget *mark, const char *text)
{
    const int row = layout->rowCount();
    if (mark)
        layout->addWidget(mark, row, 0, Qt::AlignTop);
    auto *label = new PlainLabel;
    label->setWordWrap(true);
    label->setPlainText(say(text));
    layout->addWidget(label, row, 1);
}

QWidget *kindMark(VerdictKind kind, const QWidget *look)
{
    auto *mark = new MarkWidget(18);
    mark->setMark(markOf(kind), strokeOf(kind, look->palette()));
    return mark;
}

/// What the pictures mean, each kind with its mark.
void addLines(QGridLayout *layout, const QWidget *parent)
{
    addLine(
        layout, nullptr,
        QT_TRANSLATE_NOOP(
            "Guide",
            "The ladder shows how long an answer takes from each place on the way: the routers, what ends "
            "the TCP connection, and the browser. All start at zero, so a jump is where time is spent."));
    addLine(layout, kindMark(VerdictKind::Direct, parent),
            QT_TRANSLATE_NOOP(
                "Guide",
                "Direct: the browser answers as fast as what ends its connection, and the path leads "
                "there in small steps."));
    addLine(layout, kindMark(VerdictKind::Proxy, parent),
            QT_TRANSLATE_NOOP(
                "Guide",
                "Proxy: something near ends the TCP connection and the browser is much further. The "
                "browser's bar has a jump."));
    addLine(layout, kindMark(VerdictKind::Tunnel, parent),
            QT_TRANSLATE_NOOP(
                "Guide",
                "Tunnel: a VPN carries the packets onward. The endpoint's bar has a jump behind the last "
                "router, and the browser is where the endpoint is."));
    addLine(
        layout, kindMark(VerdictKind::Inconclusive, parent),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Inconclusive: the measurement allows no honest answer. The banner says what would settle it."));
    addLine(layout, nullptr,
            QT_TRANSLATE_NOOP(
                "Guide",
                "A thin line behind a bar reaches to the round trip that 95 % of the answers stayed "
                "within. Point at a bar or a hop for its numbers."));
}

} // namespace

void showGuide(QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(say(QT_TRANSLATE_NOOP("Guide", "How to read the pictures")));
    auto *layout = new QGridLayout(&dialog);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(10);
    layout->setColumnStretch(1, 1);
    addLines(layout, parent);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(buttons, layout->rowCount(), 0, 1, 2);
    dialog.resize(560, dialog.sizeHint().height());
    dialog.exec();
}

void showAbout(QWidget *parent)
{
    QMessageBox box(parent);
    box.setWindowTitle(say(QT_TRANSLATE_NOOP("Guide", "About Parallax")));
    box.setTextFormat(Qt::PlainText);
    box.setText(QStringLiteral("Parallax ") + QLatin1String(PARALLAX_VERSION));
    box.setInformativeText(
        say(QT_TRANSLATE_NOOP("Guide",
                              "Network latency forensics: looks at one connection from two places and "
                              "shows what lies between.\n\nFree software under the GNU General "
                              "Public License, version 3 or later.")));
    box.exec();
}

} // namespace parallax
