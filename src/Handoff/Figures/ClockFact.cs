using System.Runtime.InteropServices;
using Handoff.Leads;

namespace Handoff.Figures;

/// <summary>What figures know of one promise of a lead: of several clocks of a name the last that was not cancelled.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockFact
{
    private const int StateBits = 3;
    private const int MetBit = 1 << StateBits;
    private const int Bits = StateBits + 1;

    private readonly Minute _due;
    private readonly int _packed;

    /// <param name="state">What the clock does, or how it ended.</param>
    /// <param name="due">Its deadline as last planned.</param>
    /// <param name="isMet">Whether the promise was kept, in time or late.</param>
    /// <param name="ran">Whole minutes of its own time, rounded up, until it was met or cancelled; 0: it is still to be met.</param>
    public ClockFact(ClockState state, Minute due, bool isMet, int ran) =>
        (_due, _packed) = (due, (ran << Bits) | (isMet ? MetBit : 0) | ((int)state + 1));

    /// <summary>Whether there is one.</summary>
    public bool IsThere => _packed != 0;

    public ClockState State => (ClockState)((_packed & ((1 << StateBits) - 1)) - 1);

    public Minute Due => _due;

    /// <summary>Whether the promise was kept, in time or late.</summary>
    public bool IsMet => (_packed & MetBit) != 0;

    /// <summary>Of an ended clock, its own time (open, or elapsed) in whole minutes; 0 of one that is still to be met.</summary>
    public int RanMinutes => _packed >> Bits;

    /// <summary>Whether it was told apart: kept in time, or broken. A cancelled one is neither.</summary>
    public bool IsJudged => IsThere && State is ClockState.Met or ClockState.Breached;
}
