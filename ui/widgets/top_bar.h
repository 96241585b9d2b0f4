// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <cstdint>

class QComboBox;
class QPushButton;

namespace parallax {

class MarkWidget;
class PlainLabel;

enum class ServiceState : std::uint8_t { Stopped, Starting, Listening };

/// The one thing to do first: take the link and send it.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setState(ServiceState state);
    ServiceState state() const { return m_state; }
    void setLinks(const QStringList &links);
    /// The link is shown, since invitations have its address, but no longer offered.
    void setRevoked(bool revoked);
    QString currentLink() const;
    void focusLinks();

Q_SIGNALS:
    void linkChosen(const QString &link);
    void copyRequested();
    void qrRequested();
    void inviteRequested();
    void startRequested();
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *button(const QString &text, const QString &name, void (TopBar::*requested)());
    void showState();
    void showStartOrStop();

    ServiceState m_state = ServiceState::Stopped;
    bool m_revoked = false;
    MarkWidget *m_mark;
    PlainLabel *m_word;
    QComboBox *m_links;
    QString m_choice; // the user's, without a token
    QPushButton *m_copy;
    QPushButton *m_qr;
    QPushButton *m_invite;
    QPushButton *m_start;
    QPushButton *m_stop;
    bool m_keepsFocus = false; // for the button that comes next
    QPointer<QWidget> m_standIn; // that has it until then
};

} // namespace parallax
