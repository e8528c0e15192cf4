using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.Signing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Acceptance.Hosting;

/// <summary>A host that can be started for one test.</summary>
public interface IProductHost<THost>
    where THost : ProductHost, IProductHost<THost>
{
    /// <summary>Starts one of its own, with the sample agreement, at <see cref="ProductHost.Monday"/>.</summary>
    static abstract Task<THost> StartAsync();
}

/// <summary>
/// The product on one of its hosts, as people and programs outside reach it. Only its clock is the test's: it stands still until it is
/// moved on.
/// </summary>
public abstract class ProductHost : IAsyncDisposable
{
    /// <summary>
    /// Monday 2034-11-27, 10:00 in Rome: the office is open from 09:00 to 13:00 and from 14:00 to 18:00. It is so far ahead that no timer
    /// of an engine that keeps real time fires by itself.
    /// </summary>
    public static DateTimeOffset Monday { get; } = new(2034, 11, 27, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Asks as an administrator and as whoever has a link. It does not follow redirections.</summary>
    public abstract HttpClient Http { get; }

    /// <summary>Asks as anybody: without a key.</summary>
    public abstract HttpClient Visitor { get; }

    /// <summary>With what the links in mails begin.</summary>
    public abstract string PublicUrl { get; }

    /// <summary>What the host works with.</summary>
    public abstract IServiceProvider Services { get; }

    public abstract HeardLog Log { get; }

    public abstract DateTimeOffset Now { get; }

    /// <summary>Every route that the host serves, with a method.</summary>
    public abstract IReadOnlyList<ProductRoute> Routes { get; }

    /// <summary>What was asked of it.</summary>
    public Asked Asked { get; } = new();

    /// <summary>Asks for what this host alone serves.</summary>
    public abstract Task ServeOwnAsync();

    /// <summary>
    /// Addresses, beside those of both hosts, that the product itself answers on this one, be it that there is nothing; among them a mail's
    /// frame.
    /// </summary>
    public abstract IReadOnlyList<string> OwnAddresses(SeenMail mail);

    /// <summary>Moves the clock on, a step at a time; after each, what fell due is carried out before the next.</summary>
    public abstract Task AdvanceAsync(TimeSpan by, TimeSpan? step = null);

    public Task AdvanceMinutesAsync(double minutes) => AdvanceAsync(TimeSpan.FromMinutes(minutes));

    /// <summary>Waits until nothing is due and nothing runs.</summary>
    public abstract Task SettleAsync();

    /// <summary>The mails that were delivered, the oldest first.</summary>
    public abstract Task<SeenMail[]> MailsAsync();

    /// <summary>The HTML of a mail.</summary>
    public abstract Task<string> HtmlOfAsync(SeenMail mail);

    /// <summary>The files say something else of who sells: in force from the next turn of each open lead.</summary>
    public abstract Task ChangeStaffAsync(Func<Staff, Staff> change);

    /// <summary>The files of the sample are changed, and the host reads them.</summary>
    public abstract Task ChangeFilesAsync(Func<ImmutableDictionary<string, string>, ImmutableDictionary<string, string>> change);

    /// <summary>Reads the files of a folder as the host does when they change.</summary>
    protected async Task<bool> ReadAsync(
        string folder, Func<ImmutableDictionary<string, string>, ImmutableDictionary<string, string>> change)
    {
        var files = Directory.EnumerateFiles(folder).ToImmutableDictionary(path => Path.GetFileName(path)!, File.ReadAllText);
        var reading = AgreementFolderReader.Read(
            change(files), name => name == CrmServer.TokenVariable ? "pat-eu1-0f2e1d3c" : null, Instant.FromDateTimeOffset(Now));
        var mistakes = await Services.GetRequiredService<CompanyInForce>().PutInForceAsync(reading, default);
        if (!mistakes.IsEmpty)
            throw new InvalidOperationException(string.Join('\n', mistakes));
        await Services.GetRequiredService<Proposals>().FollowFilesAsync(default);
        return true;
    }

    /// <summary>Everything that the store keeps, as raw bytes: files, or rows, messages and blobs with those of the engine.</summary>
    public abstract IAsyncEnumerable<(string Where, byte[] Bytes)> StoredAsync();

    /// <summary>Somebody who sees everything, in English.</summary>
    public abstract Task<Reader> WatcherAsync();

    public abstract ValueTask DisposeAsync();
}
