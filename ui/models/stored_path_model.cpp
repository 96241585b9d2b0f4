// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stored_path_model.h"

#include "core/data/own_addresses.h"
#include "ui/models/cell_alignment.h"
#include "ui/moment.h"
#include "ui/own_address.h"
#include "ui/shown_text.h"

#include <utility>

namespace parallax {

namespace {

QString protocolOf(Method method)
{
    switch (method) {
    case Method::UdpDatagram:
        return QStringLiteral("UDP");
    case Method::TcpSyn:
        return QStringLiteral("TCP");
    default:
        return QStringLiteral("ICMP");
    }
}

bool isOwn(const StoredPath &path)
{
    return isTargetOwn({.record = {.target = path.target, .address = path.address}});
}

} // namespace

StoredPathModel::StoredPathModel(const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent)
    , m_locale(locale)
{
}

void StoredPathModel::setPaths(std::vector<StoredPath> paths)
{
    beginResetModel();
    m_paths = std::move(paths);
    endResetModel();
}

void StoredPathModel::setHideOwn(bool hide)
{
    beginResetModel();
    m_hideOwn = hide;
    endResetModel();
}

int StoredPathModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_paths.size());
}

int StoredPathModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StoredPathModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return text(at(index.row()), index.column());
    if (role == Qt::TextAlignmentRole && index.column() == Rounds)
        return cellAlignment(true);
    return {};
}

QVariant StoredPathModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(section == Rounds);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Target:
        return tr("Target");
    case Address:
        return tr("Address");
    case Protocol:
        return tr("Protocol");
    case From:
        return tr("From");
    case To:
        return tr("To");
    case Rounds:
        return tr("Rounds");
    default:
        return {};
    }
}

QString StoredPathModel::text(const StoredPath &path, int column) const
{
    if ((column == Target || column == Address) && m_hideOwn && isOwn(path))
        return ownAddress();
    switch (column) {
    case Target:
        return shownText(path.target);
    case Address:
        return QString::fromStdString(path.address.address.toString());
    case Protocol:
        return protocolOf(path.method);
    case From:
        return fullMoment(path.started);
    case To:
        return path.running ? tr("running") : fullMoment(path.ended);
    case Rounds:
        return m_locale.toString(static_cast<qulonglong>(path.rounds));
    default:
        return {};
    }
}

} // namespace parallax
