// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failure.h"
#include "core/text/words.h"

#include <algorithm>

namespace parallax {

QString Words::reason(const Error &error) const
{
    const auto said = [this](const std::string &english) {
        const QString translated =
            english.empty() ? QString() : m_translator->translate("Reasons", english.c_str());
        return translated.isEmpty() ? english : translated.toStdString();
    };
    if (error.wording.text.empty())
        return QString::fromStdString(said(error.message));
    Wording wording{.text = said(error.wording.text), .values = error.wording.values};
    std::transform(wording.values.begin(), wording.values.end(), wording.values.begin(), said);
    return QString::fromStdString(filled(wording));
}

} // namespace parallax
