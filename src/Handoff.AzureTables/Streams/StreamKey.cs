using System.Globalization;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Streams;

/// <summary>The keys of a stream's rows.</summary>
internal static class StreamKey
{
    /// <summary>The row of the head.</summary>
    public const string Head = "H";

    /// <summary>The row of the record.</summary>
    public const string Record = "R";

    public static string Partition(StreamId stream) => $"{Letter(stream.Kind)}-{TableKey.Of(stream.Id)}";

    /// <summary>The row that begins with the event of that number. Ten digits: the events come in order.</summary>
    public static string Events(long first) => string.Create(CultureInfo.InvariantCulture, $"E:{first:D10}");

    /// <summary>The row that lists what the turn after that version claimed.</summary>
    public static string Claimed(long version) => string.Create(CultureInfo.InvariantCulture, $"K:{version:D10}");

    /// <summary>The row of a message's copy.</summary>
    public static string Copy(string id) => $"C:{TableKey.Of(id)}";

    /// <summary>The folder of blobs that hold nothing personal.</summary>
    public static string Blobs(string partition) => $"{partition}/ledger";

    /// <summary>The folder of blobs that an erasure destroys.</summary>
    public static string PersonalBlobs(StreamId stream) => $"{Partition(stream)}/personal";

    public static string Letter(StreamKind kind) => kind.ToString()[..1];

    public static StreamKind Kind(string letter) => Enum.GetValues<StreamKind>().Single(kind => Letter(kind) == letter);
}
