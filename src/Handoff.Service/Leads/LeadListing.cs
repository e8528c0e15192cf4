using System.Collections.Immutable;
using Handoff.Board;
using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>Which leads a program asks for.</summary>
/// <param name="Which">By what they are.</param>
/// <param name="ChangedFrom">Changed at or after; null: whenever.</param>
/// <param name="ChangedBefore">Changed before; null: whenever.</param>
/// <param name="After">The <see cref="LeadPage.Next"/> of the page before; null: from the lead received last.</param>
/// <param name="Limit">How many at most.</param>
public sealed record LeadsAsked(LeadFilter Which, Instant? ChangedFrom, Instant? ChangedBefore, string? After, int Limit);

/// <summary>A page of leads.</summary>
/// <param name="Leads">The one received last first.</param>
/// <param name="Next">Continues after these; null: these are the last. A page may be short and yet not the last.</param>
public sealed record LeadPage(ImmutableArray<LeadRow> Leads, string? Next);

/// <summary>Lists leads for programs: rows, which hold nothing personal, so no record is opened.</summary>
public sealed class LeadListing(IStreamStore streams)
{
    // Beyond these a page is answered as far as it is, so that a rare filter costs many short requests and not one that breaks off.
    private const int MostLooked = 10_000;

    public async Task<LeadPage> ReadAsync(LeadsAsked asked, CancellationToken cancellation)
    {
        var query = new RowQuery
        {
            Shelves = asked.Which.Shelves,
            ReceivedFrom = asked.Which.ReceivedFrom,
            ReceivedBefore = asked.Which.ReceivedBefore,
            ChangedFrom = asked.ChangedFrom,
            After = asked.After,
        };
        var leads = ImmutableArray.CreateBuilder<LeadRow>(asked.Limit);
        var (looked, last) = (0, asked.After);
        await foreach (var stored in streams.ReadRowsAsync(query, cancellation))
        {
            if (leads.Count == asked.Limit || looked++ == MostLooked)
                return new(leads.ToImmutable(), last);
            var row = LedgerJson.ReadRow(stored.Bytes.Span);
            if (asked.Which.Matches(row) && !(row.ChangedAt < asked.ChangedFrom) && !(row.ChangedAt >= asked.ChangedBefore))
                leads.Add(row);
            last = stored.Cursor;
        }

        return new(leads.ToImmutable(), null);
    }
}
