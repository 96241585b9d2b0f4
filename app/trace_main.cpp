// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loaded.h"
#include "app/trace_command.h"

#include <utility>

int parallaxTrace(const parallax::TraceOptions &options, parallax::EarlyPath &early)
{
    return parallax::caught([&] { return parallax::runTrace(options, std::move(early)); });
}
