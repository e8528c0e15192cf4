using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>Erased means erased on the disk too: the bytes of the files are searched.</summary>
public sealed class ErasureBytesTests : IDisposable
{
    private const string Marker = "MARKER-OF-A-RECORD";
    private static readonly byte[] Key = Given.Utf8("0123456789-THE-KEY-OF-A-LEAD-XYZ");

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private bool Holds(string text) => Directory.EnumerateFiles(_folder.Path, "*.db*").Any(path =>
    {
        // The store has the files open and allows reading beside it.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Given.Utf8(text)) >= 0;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2_000)]
    public async Task When_an_erasure_has_returned_no_file_holds_the_record_the_copy_or_the_key(int repeats)
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, new FakeClock(Given.At));
        var personal = string.Concat(Enumerable.Repeat(Marker, repeats));
        for (var n = 0; n < 50; n++)
        {
            await store.CommitAsync(Given.Turn($"lead-{n}") with
            {
                NewKey = n == 25 ? Key : new byte[32],
                Record = Given.Utf8(n == 25 ? personal : "another"),
                Lookups = [Given.Lookup(n == 25 ? $"person:{Marker}" : $"person:{n}", $"lead-{n}")],
                Copies = n == 25 ? [Given.Copy("mail", Given.At, "lead-25") with { Sealed = Given.Utf8(personal) }] : [],
            }, default);
        }

        Assert.True(Holds(Marker) && Holds("THE-KEY-OF-A-LEAD"));

        await store.CommitAsync(Given.Turn("lead-25", 1) with { Erases = true }, default);

        Assert.False(Holds(Marker) || Holds("THE-KEY-OF-A-LEAD"));
        Assert.True(Holds("another"));
    }
}
