// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace parallax {

/// The last `Capacity` values, oldest first; never allocates.
template<class Value, std::size_t Capacity>
class Ring
{
public:
    void push(const Value &value)
    {
        m_values[(m_first + m_size) % Capacity] = value;
        if (m_size < Capacity)
            ++m_size;
        else
            m_first = (m_first + 1) % Capacity;
    }
    void clear() { m_size = 0; }

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    const Value &operator[](std::size_t index) const { return m_values[(m_first + index) % Capacity]; }
    const Value &newest() const { return (*this)[m_size - 1]; }

private:
    std::array<Value, Capacity> m_values{};
    std::size_t m_first = 0;
    std::size_t m_size = 0;
};

} // namespace parallax
