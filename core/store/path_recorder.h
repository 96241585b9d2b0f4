// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/store/path_store.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace parallax {

/// Follows one watched path and knows what of it the store does not have yet. Keeps the last hour of rounds:
/// so long may a store fail before anything is lost. What is longer than a day becomes several stored paths.
class PathRecorder
{
public:
    explicit PathRecorder(const TraceOpened &opened);

    void add(const TraceObserved &observed);
    void learn(const AddressesLearnt &learnt);
    void close() { m_closed = true; }

    /// Nothing where the store has everything.
    std::vector<PathNews> news();
    /// The store has what news() said.
    void written();
    /// Closed, everything written, and nothing more to come.
    bool done() const { return m_closed && m_namesComplete && m_changed.empty() && !m_factsChanged; }
    /// It is being written under this name: not any more where a later part has begun and this one is whole.
    bool isNamed(const std::string &id) const;

private:
    struct Part { // of a day
        std::string id{};
        Timestamp started{};
    };

    bool noteChange(const Probe &probe);
    Part &part(std::uint64_t number, const RoundBlock &first);
    PathNews head(std::uint64_t number, const Part &part) const;

    TraceRequest m_request;
    TraceRecord m_record;
    PathHistory m_history;
    std::set<std::uint64_t> m_changed; // blocks, by number
    std::map<std::uint64_t, Part> m_parts;
    bool m_factsChanged = false;
    bool m_namesComplete = true;
    bool m_closed = false;
};

} // namespace parallax
