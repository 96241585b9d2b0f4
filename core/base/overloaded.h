// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax {

/// Lets std::visit take one lambda a case.
template<class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace parallax
