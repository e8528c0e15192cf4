using Handoff.Figures;

namespace Handoff.Service.Figures;

/// <summary>Facts that stand side by side in a book.</summary>
/// <param name="Packed">One after the other, as <see cref="FactBytes"/> writes them.</param>
/// <param name="Last">None has an instant after it: so a figure of a later time need not unpack them.</param>
internal readonly record struct FactBlock(byte[] Packed, Minute Last)
{
    /// <summary>The block with other bytes, of which those that are new have this as their last instant.</summary>
    public FactBlock With(byte[] packed, Minute last) => new(packed, last > Last ? last : Last);
}
