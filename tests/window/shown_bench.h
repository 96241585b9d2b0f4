// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/words.h"
#include "tests/window/answered_box.h"
#include "tests/window/named.h"
#include "ui/dialogs/packet_workbench.h"
#include "ui/widgets/packet_fields.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace parallax {

using namespace std::chrono_literals;

inline IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

inline PacketSurroundings around(const IpAddress &target)
{
    const IpAddress own = target.isV4() ? address("192.0.2.1") : address("2001:db8::1");
    return {.target = target, .own = {own}, .source = own};
}

inline PacketAnswer synAck()
{
    return {.kind = PacketAnswer::Kind::SynAck,
            .from = address("192.0.2.9"),
            .received = Timestamp(12'345'678ns),
            .after = 12'345'678ns,
            .ttl = 57,
            .tcpFlags = 0x12,
            .bytes = {0x45}};
}

/// A workbench whose questions about the surroundings are answered.
struct Bench {
    Bench()
    {
        QObject::connect(
            &bench, &PacketWorkbench::surroundingsRequested, &bench,
            [this](const IpAddress &target) { bench.apply(PacketSurroundingsFound{around(target)}); });
        QObject::connect(&bench, &PacketWorkbench::sendRequested, &bench,
                         [this](const PacketRequest &request) { requests.push_back(request); });
        bench.show();
        bench.begin();
    }

    QTreeWidgetItem *item(const char *name) const
    {
        QTreeWidgetItem *found = nullptr;
        for (int i = 0; i < fields->topLevelItemCount(); ++i) {
            for (int j = 0; j < fields->topLevelItem(i)->childCount(); ++j) {
                QTreeWidgetItem *each = fields->topLevelItem(i)->child(j);
                if (each->toolTip(PacketFields::Name) == QLatin1String(name))
                    found = each;
            }
        }
        return found;
    }
    QString value(const char *name) const { return item(name)->text(PacketFields::Value); }
    QString origin(const char *name) const { return item(name)->text(PacketFields::Origin); }
    /// As the editor does at its end.
    void edit(const char *name, const char *text) const
    {
        item(name)->setText(PacketFields::Value, QLatin1String(text));
        QCoreApplication::processEvents();
    }
    /// Leaves the editor open, as who presses Alt+S does.
    void type(const char *name, const char *text) const
    {
        fields->setCurrentItem(item(name), PacketFields::Value);
        fields->editItem(item(name), PacketFields::Value);
        fields->findChild<QLineEdit *>()->setText(QLatin1String(text));
    }
    void choose(const char *packet) const
    {
        auto *templates = named<QComboBox>(bench, "packetTemplate");
        templates->setCurrentIndex(templates->findText(QLatin1String(packet)));
    }
    QString hex() const { return named<QPlainTextEdit>(bench, "packetBytes")->toPlainText(); }
    QLabel *label(const char *name) const { return named<QLabel>(bench, name); }
    QPushButton *button(const char *name) const { return named<QPushButton>(bench, name); }

    Words words{};
    PacketWorkbench bench{words};
    PacketFields *fields = named<PacketFields>(bench, "packetFields");
    std::vector<PacketRequest> requests;
};

} // namespace parallax
