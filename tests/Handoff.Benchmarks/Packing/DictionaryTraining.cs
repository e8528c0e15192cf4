using Handoff.Service.Running;
using System.Buffers.Binary;
using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Service.Packing;
using Handoff.Service.Storage;
using Handoff.Service.Vault;
using Handoff.Sqlite;
using Handoff.Sqlite.Streams;
using ZstdSharp;

namespace Handoff.Benchmarks.Packing;

/// <summary>
/// Makes new dictionaries for <see cref="Packer"/> from some played days, under the next numbers: a released one never changes. They are used once they are
/// added to those that a packer knows.
/// </summary>
internal static class DictionaryTraining
{
    private const int LedgerBytes = 8 << 10;
    private const int MailsBytes = 16 << 10;
    private const int MostCopies = 4_000;

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var root = Page.Find()?.Root ?? throw new InvalidOperationException("Run it from a clone: the dictionaries are files of the product.");
        var sample = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        using var run = new LoadRun(options.Keep);
        var data = Path.Combine(run.Folder, "data");
        await PlayedDays.PlayAsync(data, sample, cancellation);

        await using var store = await SqliteStore.OpenAsync(data, new ProductClock(TimeProvider.System), cancellation: cancellation);
        var masking = new Masking(sample, Path.Combine(root, "docs", "schemas"));
        var folder = Path.Combine(root, "src", "Handoff.Service", "Packing", "Dictionaries");
        var next = 1 + Directory.EnumerateFiles(folder, "*.zdict").Select(NumberOf).DefaultIfEmpty().Max();
        Save(folder, "ledger", next, LedgerBytes, [.. (await LedgerAsync(store, cancellation)).Select(one => masking.Mask(one))]);
        Save(folder, "mails", next + 1, MailsBytes, [.. (await MailsAsync(store, cancellation)).Select(one => masking.Mask(one))]);
    }

    private static async Task<List<byte[]>> LedgerAsync(SqliteStore store, CancellationToken cancellation)
    {
        List<byte[]> samples = [];
        foreach (var kind in Enum.GetValues<StreamKind>())
        {
            await foreach (var id in store.ListAsync(kind, cancellation))
            {
                var stream = new StreamId(kind, id);
                if (await store.FindAsync(stream, cancellation) is { } head)
                    samples.Add(head.State.ToArray());
                // As the rows hold them: those of one moment are those of one turn.
                foreach (var turn in (await ((IStreamStore)store).ReadEventsAsync(stream, cancellation)).GroupBy(static one => one.At))
                    samples.Add(EventRow.Write([.. turn.Select(static one => new NewEvent(one.At, one.Type, one.Json))]).ToArray());
            }
        }

        return samples;
    }

    private static async Task<List<byte[]>> MailsAsync(SqliteStore store, CancellationToken cancellation)
    {
        var vault = new LeadVault(store, store);
        List<byte[]> samples = [];
        foreach (var copy in await store.ListCopiesAsync(leadId: null, MostCopies, cancellation))
        {
            if (await vault.OpenCopyAsync(copy.Id, copy.LeadIds, copy.Sealed, cancellation) is { } packed)
                samples.Add(Packer.Mails.Unpack(packed));
        }

        return samples;
    }

    private static int NumberOf(string path) => int.Parse(Path.GetFileNameWithoutExtension(path).Split('-')[^1], CultureInfo.InvariantCulture);

    private static void Save(string folder, string name, int number, int longest, byte[][] samples)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.zdict"));
        // Half to learn from, half to see what was learnt.
        var (learnt, seen) = (samples.Where(static (_, i) => i % 2 == 0).ToArray(), samples.Where(static (_, i) => i % 2 == 1).ToArray());
        var dictionary = DictBuilder.TrainFromBuffer(learnt, longest).ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(dictionary.AsSpan(4), number);
        File.WriteAllBytes(path, dictionary);
        using var compressor = new Compressor(1);
        compressor.LoadDictionary(dictionary);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path)}: {samples.Length} samples; {seen.Average(static one => one.Length):F0} bytes become {seen.Average(one => compressor.Wrap(one).Length):F0}"));
    }
}
