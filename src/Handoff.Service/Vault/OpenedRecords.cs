using Handoff.Service.Leads;

namespace Handoff.Service.Vault;

/// <summary>
/// Records that were opened or sealed last: within moments a lead's data is needed again by its e-mails and the pages of whoever answers it. What was in a lead's box is told by
/// the box, byte for byte, so nothing is ever out of date. Personal data in memory: whoever looks for a record has found the lead's key first.
/// </summary>
internal sealed class OpenedRecords
{
    // Some 3 kB each. A power of two; who finds his slot taken by another lead opens the box.
    private const int Slots = 1_024;

    private readonly Entry?[] _slots = new Entry?[Slots];

    /// <summary>What is in a box, or null: it was not opened lately.</summary>
    public LeadRecord? Find(string leadId, ReadOnlySpan<byte> box) =>
        _slots[SlotOf(leadId)] is { } known && known.LeadId == leadId && box.SequenceEqual(known.Box) ? known.Record : null;

    public void Keep(string leadId, byte[] box, LeadRecord record) => _slots[SlotOf(leadId)] = new(leadId, box, record);

    /// <summary>The lead was erased.</summary>
    public void Forget(string leadId)
    {
        ref var slot = ref _slots[SlotOf(leadId)];
        if (slot?.LeadId == leadId)
            slot = null;
    }

    private static int SlotOf(string leadId) => string.GetHashCode(leadId, StringComparison.Ordinal) & (Slots - 1);

    private sealed record Entry(string LeadId, byte[] Box, LeadRecord Record);
}
