using System.CommandLine;
using Handoff.Local.Keys;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Web.Access;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff keys</c>: the keys of programs, of a data folder that nothing serves or of a running host.</summary>
internal static class KeysVerb
{
    private const string Where = "While a host serves the folder, or for the app in Azure, name it by --url; the administrator's key is "
        + $"then read from {AdminAccess.Variable}.";

    public static Command Make(Option<string> data, Option<string> agreement)
    {
        var url = new Option<Uri?>("--url")
        {
            Description = "The running host, such as https://handoff.example.",
            CustomParser = ImportCommand.Address,
        };
        var name = new Argument<string>("NAME") { Description = "Whose it is, such as crm." };
        var scope = new Option<string[]>("--scope")
        {
            Description = "What it may do: read, act, contact, administer. May be said several times.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        }.Of([.. ApiScopeWords.All]);
        var id = new Argument<string>("ID") { Description = "The id that `handoff keys list` shows." };
        var list = new Command("list", "Lists the keys: id, name, scopes, added, last used, revoked.") { data, agreement, url };
        var add = new Command("add", "Makes a key and shows it, this once.") { name, scope, data, agreement, url };
        var revoke = new Command("revoke", "Revokes a key, at once.") { id, data, agreement, url };
        list.SetAction((parsed, cancellation) => OnDeskAsync(
            DeskOf(parsed), desk => ListAsync(desk, Console.Out, cancellation), cancellation));
        add.SetAction((parsed, cancellation) => OnDeskAsync(
            DeskOf(parsed),
            desk => AddAsync(desk, parsed.GetRequiredValue(name), parsed.GetRequiredValue(scope), Console.Out, cancellation),
            cancellation));
        revoke.SetAction((parsed, cancellation) => OnDeskAsync(
            DeskOf(parsed), desk => RevokeAsync(desk, parsed.GetRequiredValue(id), Console.Out, cancellation), cancellation));
        return new Command("keys", $"The keys of programs. {Where}") { list, add, revoke };

        (string Data, string Agreement, Uri? Url) DeskOf(ParseResult parsed) =>
            (parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), parsed.GetValue(url));
    }

    internal static async Task<int> ListAsync(IKeyDesk desk, TextWriter to, CancellationToken cancellation)
    {
        if (await desk.ListAsync(cancellation) is not { } keys)
            return Tell.Wrong;
        foreach (var key in keys)
        {
            to.WriteLine(
                $"{key.Id}\t{key.Name}\t{string.Join(',', key.Scopes.Words())}\t{Text(key.AddedAt)}\t{Text(key.LastUsedAt)}"
                + $"\t{Text(key.RevokedAt)}");
        }

        return 0;
    }

    internal static async Task<int> AddAsync(
        IKeyDesk desk, string name, IReadOnlyList<string> words, TextWriter to, CancellationToken cancellation)
    {
        var scopes = ApiScopeWords.Read(words.SelectMany(word => word.Split(',')));
        if (scopes == ApiScopes.None)
            return Tell.Refusal($"Give --scope as one or more of {ApiScopeWords.Choices}.");
        if (!ApiKeyBook.IsName(name))
            return Tell.Refusal($"Give a name of 1 to {ApiKeyBook.LongestName} characters.");
        if (await desk.AddAsync(name, scopes, cancellation) is not { } made)
            return Tell.Wrong;
        to.WriteLine(made.Secret);
        Console.Error.WriteLine(
            $"This is the key {made.Key.Id} of {made.Key.Name}; it may {string.Join(", ", made.Key.Scopes.Words())}. "
            + "Keep it now: nobody can show it again. Send it as Authorization: Bearer.");
        return 0;
    }

    internal static async Task<int> RevokeAsync(IKeyDesk desk, string id, TextWriter to, CancellationToken cancellation)
    {
        switch (await desk.RevokeAsync(id, cancellation))
        {
            case true:
                to.WriteLine($"The key {id} is revoked.");
                return 0;
            case false:
                return Tell.Refusal($"There is no key {id}. `handoff keys list` shows the ids.");
            default:
                return Tell.Wrong;
        }
    }

    private static async Task<int> OnDeskAsync(
        (string Data, string Agreement, Uri? Url) at, Func<IKeyDesk, Task<int>> work, CancellationToken cancellation)
    {
        if (at.Url is null)
        {
            return await StoreVerbs.OnStoreAsync(
                at.Data, at.Agreement,
                services => work(new FolderKeys(services.GetRequiredService<ApiKeyBook>(), services.GetRequiredService<AuditLog>())),
                cancellation, inUse: " Or name the host by --url.");
        }

        using var host = new HostKeys(at.Url, Environment.GetEnvironmentVariable(AdminAccess.Variable), Console.Error);
        return await work(host);
    }

    private static string Text(Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : "";
}
