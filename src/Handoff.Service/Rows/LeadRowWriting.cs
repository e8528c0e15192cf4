using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Rows;

/// <summary>Makes the row that a turn of a lead writes.</summary>
public static class LeadRowWriting
{
    /// <summary>The row of a lead as it stands.</summary>
    public static RowWrite Of(Lead lead)
    {
        var row = LeadRow.Of(lead);
        return new(row.Shelf, row.ReceivedAt, row.ChangedAt, LedgerJson.Write(row));
    }
}
