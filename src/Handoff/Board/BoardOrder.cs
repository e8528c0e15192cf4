using System.Collections.Immutable;
using Handoff.Rows;

namespace Handoff.Board;

/// <summary>In which order the board stands.</summary>
public enum BoardOrder
{
    /// <summary>The most urgent first.</summary>
    Urgency,

    /// <summary>The one received last first.</summary>
    Newest,

    /// <summary>The one received first first.</summary>
    Oldest,

    /// <summary>The highest score first.</summary>
    Score,

    Team,

    /// <summary>By who has it.</summary>
    Owner,
}

/// <summary>Puts handoffs in an order; of equals the more urgent comes first.</summary>
public static class BoardOrders
{
    /// <summary>The handoffs in the order.</summary>
    /// <param name="byUrgency">The handoffs, the most urgent first.</param>
    /// <param name="nameOf">The name of who has one, as it is read.</param>
    public static ImmutableArray<LeadRow> Sort(this BoardOrder order, ImmutableArray<LeadRow> byUrgency, Func<LeadRow, string> nameOf) =>
        order switch
        {
            BoardOrder.Urgency => byUrgency,
            BoardOrder.Newest => [.. byUrgency.OrderByDescending(one => one.ReceivedAt)],
            BoardOrder.Oldest => [.. byUrgency.OrderBy(one => one.ReceivedAt)],
            BoardOrder.Score => [.. byUrgency.OrderByDescending(one => one.Score)],
            BoardOrder.Team => [.. byUrgency.OrderBy(one => one.Team, StringComparer.Ordinal)],
            BoardOrder.Owner => [.. byUrgency.OrderBy(nameOf, StringComparer.OrdinalIgnoreCase)],
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "The board has no such order."),
        };
}
