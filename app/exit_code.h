// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the programs end with; scripts rely on these numbers.
namespace parallax::exit_code {

constexpr int done = 0;
constexpr int notReached = 1;
constexpr int unknownHost = 2;
constexpr int badArguments = 3;
constexpr int systemFailure = 4; // no permission, or the system refused
constexpr int interrupted = 130; // 128 + SIGINT, as shells report it

} // namespace parallax::exit_code
