// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax {

class Engine;
class LogFile;
class MainWindow;

/// Every connection between the window and the measuring side: updates one way, commands the other.
void wire(MainWindow &window, Engine &engine, const LogFile &log);

} // namespace parallax
