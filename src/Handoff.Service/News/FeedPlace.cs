using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>A place in the feed: by instant, then by stream, then by sequence. The same on every store.</summary>
/// <param name="At">When the event happened.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Sequence">Its number in the stream; 0: before its first.</param>
public sealed record FeedPlace(Instant At, string Stream, long Sequence)
{
    private const int Longest = 300;

    /// <summary>The place before everything of an instant.</summary>
    public static FeedPlace Before(Instant at) => new(at, "", 0);

    /// <summary>The order of the feed.</summary>
    public static IComparer<FeedPlace> Order { get; } = Comparer<FeedPlace>.Create(Compare);

    /// <summary>Whether it comes after another place.</summary>
    public bool IsAfter(FeedPlace other) => Compare(this, other) > 0;

    /// <summary>As an opaque text.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{(At - NodaConstants.UnixEpoch).ToInt64Nanoseconds()} {Sequence} {Stream}")));

    /// <summary>Reads such a text; null: it is none.</summary>
    public static FeedPlace? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
            return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 3) is [var at, var number, var stream]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new(NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds), stream, sequence) : null;
    }

    private static int Compare(FeedPlace one, FeedPlace other)
    {
        var byTime = one.At.CompareTo(other.At);
        if (byTime != 0)
            return byTime;
        var byStream = string.CompareOrdinal(one.Stream, other.Stream);
        return byStream != 0 ? byStream : one.Sequence.CompareTo(other.Sequence);
    }
}
