// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_update.h"
#include "core/data/comparison.h"
#include "core/data/host_clock.h"
#include "core/data/packet_exchange.h"
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "core/data/session_record.h"
#include "core/data/settings.h"
#include "core/data/update.h"

#include <QLocale>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <optional>
#include <string_view>

namespace parallax {

/// The words that a person reads, made from codes and values: English, German or Simplified Chinese.
/// Every other locale gets English. The default is the English of reports.
class Words
{
public:
    explicit Words(const QLocale &locale = QLocale::c());

    QLocale locale() const { return m_locale; }
    /// BCP 47, for a page's `lang`: "en", "de" or "zh-CN".
    QString languageTag() const;

    QString kind(VerdictKind kind) const;
    /// "Proxy, 97 %"; without a number when nothing was decided.
    QString headline(const Verdict &verdict) const;
    /// Above a run that is judged anew: what it was called when it was measured.
    QString storedVerdict(const Verdict &verdict) const;
    /// One sentence under the verdict's word, for the operator.
    QString verdictSentence(const SessionRecord &record) const;
    /// What the result means, for the tester: two or three plain sentences.
    QString meaning(const SessionRecord &record) const;

    QString evidenceTitle(EvidenceName name) const;
    QString evidence(const Evidence &evidence) const;
    /// What else could have produced this evidence.
    QString mayMislead(const Evidence &evidence) const;
    QString doubt(const Evidence &evidence) const; // the same, introduced: "May mislead: …"
    QString remedyHeading() const;
    QString remedy(Remedy remedy) const;
    QString end(SessionEnd end) const;
    /// Notice::detail fills the sentence: the port, the address, the reason or the command that mends it.
    QString notice(const Notice &notice) const;
    /// Why something failed. A value that is a sentence itself, as the system's are, is translated too; what
    /// has no translation stays English.
    QString reason(const Error &error) const;
    /// "3, each time Proxy, from one address": the runs of one tester.
    QString comparison(const RunComparison &comparison) const;
    QString comparisonTitle() const; // "Runs of this tester"
    QString classicMessage(const Classic &classic) const;

    /// "Last router 4.5 ms, end of the TCP connection 6.4 ms, browser 47.5 ms."
    QString figures(std::optional<Duration> lastHop, std::optional<Duration> tcp,
                    std::optional<Duration> webSocket) const;

    /// A sentence for each kind of loss on a path: at the target, by routers that limit their ICMP, at this
    /// machine.
    QStringList pathNotes(const std::vector<PathRow> &rows, bool reached) const;

    QString settingLabel(const Setting &setting) const;
    QString settingHelp(const Setting &setting) const;
    QString settingGroup(SettingGroup group) const;

    QString pathEnd(PathEnd end) const;
    /// One sentence, without its time.
    /// `hiddenAddress`: what is said of a hidden one.
    QString pathEvent(const PathEvent &event, const QString &hiddenAddress = {}) const;
    /// "90 s", "10 min", "2.5 h".
    QString span(Duration duration) const;

    QString clockScheme(ClockScheme scheme) const;
    QString clockQuality(ClockQuality quality) const;
    QString clockTrend(ClockTrend trend) const;
    QString clockEvent(const ClockEvent &event) const;
    /// "+250.003 ms".
    QString clockOffset(Duration offset) const;
    /// Why a question was not answered.
    QString clockRefusal(ClockRefusal refusal) const;
    /// What a negative one-way delay means; empty where there is none.
    QString negativeWay(const ClockSample &sample) const;
    static QString timeService(TimeService service);
    /// What keeps this machine's clock, and how well.
    /// A connection's state at the TCP server: open, or why it ended.
    QString tcpClockEnd(TcpClockEnd end) const;
    QString hostClock(const HostClock &clock) const;
    QString hostClockMatters() const; // for what is measured
    QString firewallNote() const; // above the rules

    QString packetField(PacketField field) const;
    /// "From 0 to 255."
    QString packetFieldTakes(const PacketFieldRow &row) const;
    QString packetHeader(PacketHeader header) const;
    QString packetTemplate(std::string_view name) const;
    /// A sentence each.
    QString packetDanger(PacketDanger danger) const;
    QString packetHint(PacketHint hint) const;
    /// "SYN-ACK: the port is open".
    QString packetAnswer(const PacketAnswer &answer) const;
    QString noPacketAnswer(Duration wait) const;
    /// The same of a wait that was stopped.
    QString noPacketAnswerYet() const;

    /// One decimal below 100, none above; "–" when unknown. No unit: for tables whose header has it.
    QString milliseconds(std::optional<Duration> duration) const;
    /// The same, with three decimals below 1: a local network's.
    QString fineMilliseconds(std::optional<Duration> duration) const;
    /// "41.1 ms".
    QString duration(std::optional<Duration> duration) const;
    /// "0.031 ms".
    QString fineDuration(std::optional<Duration> duration) const;
    /// "97 %"; the confidence of a verdict.
    QString percent(double fraction) const;
    /// "4,100 km": the fibre that a round trip would cover, to two digits.
    QString distance(Duration rtt) const;

    /// Every string of the tester's page; the keys are listed in page_texts.cpp. {name} and {rtt} stand for
    /// values.
    QMap<QString, QString> pageTexts() const;
    /// One of them; empty for an unknown key.
    QString pageText(std::string_view key) const;

private:
    QString say(const char *source) const;
    QString roughly(Duration duration) const; // "6 ms": whole from 2 ms on
    QString number(double value, int decimals) const;
    QString inMilliseconds(const QString &number) const;
    QString quantity(std::optional<double> value, Unit unit) const;
    QString directSentence(const SessionRecord &record) const;
    QString proxySentence(const SessionRecord &record) const;
    QString tunnelSentence(const SessionRecord &record) const;
    QString inconclusiveSentence(const SessionRecord &record) const;
    QString inconclusiveMeaning(const SessionRecord &record) const;
    QString separator() const; // between sentences

    QLocale m_locale;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace parallax
