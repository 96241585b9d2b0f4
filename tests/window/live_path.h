// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "ui/charts/timeline.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_table.h"

#include <QAbstractItemModel>
#include <QTabBar>

#include <utility>

namespace parallax {

/// A page that shows a path, an hour of the far one, and answers what it asks, as the window does.
struct LivePage {
    explicit LivePage(TraceState shown = fixtures::farWatch())
        : state(std::move(shown))
    {
        QObject::connect(&page, &PathPage::chosen, &page,
                         [this](TraceId trace) { page.setTrace(trace, state); });
        QObject::connect(&page, &PathPage::allWanted, &page, [this] {
            for (int tab = 0; tab < tabs()->count(); ++tab)
                page.setTrace(TraceId{tabs()->tabData(tab).toULongLong()}, state);
        });
        QObject::connect(&page, &PathPage::viewWanted, &page, [this] { page.setView(state); });
        page.resize(1200, 800);
        page.show();
        add(TraceId{1});
    }

    /// A tab for the same path, and chooses it.
    void add(TraceId trace)
    {
        page.addTrace(trace, state.request);
        page.setTrace(trace, state);
    }

    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    PathTable *table() const { return page.findChild<PathTable *>(); }
    QTabBar *tabs() const { return page.findChild<QTabBar *>(QStringLiteral("traces")); }
    Timeline *timeline() const { return page.findChild<Timeline *>(); }

    Words words{};
    TraceState state;
    PathPage page{words};
};

} // namespace parallax
