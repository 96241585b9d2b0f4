// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/farewell.h"

#include <cstdio>

namespace parallax {

int say(const Farewell &farewell)
{
    std::fputs(farewell.text.c_str(), farewell.code == exit_code::done ? stdout : stderr);
    return farewell.code;
}

int codeOfOutput(int code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    std::fprintf(stderr, "parallax-cli: not all of the output could be written\n");
    return exit_code::systemFailure;
}

} // namespace parallax
