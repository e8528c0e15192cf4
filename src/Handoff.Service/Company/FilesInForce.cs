using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Company;

/// <summary>A file that came into force.</summary>
/// <param name="Name">The file's name in the folder.</param>
/// <param name="Content">Names its content; null: the folder has no such file any more.</param>
public sealed record FileInForce(string Name, Instant From, string? Content);

/// <summary>
/// Keeps every file of the agreement folder that was ever in force, so that what happened can be looked at under what was in force. Each
/// content is stored once, whatever comes back; each change adds an instant. Contents are as <see cref="AgreementFolder.Files"/> holds
/// them, without secrets; people stand in them by their ids, <c>ID@person.invalid</c>.
/// </summary>
public sealed class FilesInForce(IFactStore facts)
{
    private const string Instants = "in-force:";

    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'");

    /// <summary>Keeps what came into force; what is in force already changes nothing.</summary>
    public async Task KeepAsync(ImmutableDictionary<string, string> files, Instant now, CancellationToken cancellation)
    {
        // A folder that was made without files, by a test or another program, tells nothing of them.
        if (files.IsEmpty)
            return;
        var known = await ListAsync(cancellation);
        var latest = known.GroupBy(file => file.Name).ToDictionary(file => file.Key, file => file.Last().Content, StringComparer.Ordinal);
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (latest.GetValueOrDefault(name) != ContentOf(text))
                await KeepAsync(name, text, now, cancellation);
        }

        foreach (var gone in latest.Where(file => file.Value is not null && !files.ContainsKey(file.Key)).Select(file => file.Key))
            await SaveAsync(gone, now, "", cancellation);
    }

    /// <summary>Keeps one file that came into force.</summary>
    public async Task KeepAsync(string name, string text, Instant from, CancellationToken cancellation) =>
        // The text first: an instant never names one that is not there.
        await SaveAsync(name, from, await KeepTextAsync(text, cancellation), cancellation);

    /// <summary>Keeps a text that may come into force.</summary>
    /// <returns>What names it.</returns>
    public async Task<string> KeepTextAsync(string text, CancellationToken cancellation)
    {
        var content = ContentOf(text);
        await facts.SaveTextAsync(new($"file:{content}", text), cancellation);
        return content;
    }

    /// <summary>Every file that came into force, and when; the earliest first.</summary>
    public async Task<ImmutableArray<FileInForce>> ListAsync(CancellationToken cancellation) =>
    [
        .. (await facts.ListValuesAsync(Instants, cancellation))
            .Select(fact => Read(fact.Key[Instants.Length..], fact.Value))
            .OrderBy(file => file.From).ThenBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>The files that were in force at a time, by name, as the reader of a folder takes them.</summary>
    public async Task<ImmutableDictionary<string, string>> AtAsync(Instant at, CancellationToken cancellation)
    {
        var files = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var until = (await ListAsync(cancellation)).Where(file => file.From <= at);
        foreach (var file in until.GroupBy(file => file.Name).Select(file => file.Last()))
        {
            if (file.Content is { } content)
            {
                files[file.Name] = await ReadAsync(content, cancellation);
            }
        }

        return files.ToImmutable();
    }

    /// <summary>The text of a content.</summary>
    /// <param name="content">As <see cref="FileInForce.Content"/> names it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public async Task<string> ReadAsync(string content, CancellationToken cancellation) =>
        (await facts.FindTextAsync($"file:{content}", cancellation))?.Content
            ?? throw new InvalidOperationException($"The content {content} of a file that was in force is gone.");

    private static string ContentOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private ValueTask SaveAsync(string name, Instant at, string content, CancellationToken cancellation) =>
        facts.SaveValueAsync($"{Instants}{Pattern.Format(at)}:{name}", content, cancellation);

    private static FileInForce Read(string fact, string content)
    {
        // An instant has colons too, and always the same length.
        var length = Pattern.Format(NodaConstants.UnixEpoch).Length;
        return new(fact[(length + 1)..], Pattern.Parse(fact[..length]).Value, content.Length == 0 ? null : content);
    }
}
