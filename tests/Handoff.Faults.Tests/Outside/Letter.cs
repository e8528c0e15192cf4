using System.Collections.Immutable;

namespace Handoff.Faults.Tests.Outside;

/// <summary>A mail as it lies in somebody's mailbox.</summary>
/// <param name="To">Whose.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Links">Its links.</param>
internal sealed record Letter(string To, string Kind, ImmutableArray<Letter.Link> Links)
{
    internal sealed record Link(string Rel, string Token)
    {
        public static Link Read(string line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            return new(line[..space], Uri.UnescapeDataString(line[(line.LastIndexOf('/') + 1)..]));
        }
    }
}
