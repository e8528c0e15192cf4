using System.Collections.Immutable;

namespace Handoff.Service.ApiKeys;

/// <summary>What a program may do by its key. <see cref="Administer"/> includes the others.</summary>
[Flags]
public enum ApiScopes
{
    None = 0,

    /// <summary>Reads leads, events, figures, colleagues and the agreement; nothing personal of whoever sent a lead.</summary>
    Read = 1,

    /// <summary>Says what happened elsewhere: an outcome, a withdrawn consent, an absence, a figure.</summary>
    Act = 2,

    /// <summary>Everything: keys, the audit log, mails, erasing and forgetting too.</summary>
    Administer = 4,

    /// <summary>Beside <see cref="Read"/>: who sent a lead, one lead at a time.</summary>
    Contact = 8,
}

/// <summary>Scopes as words.</summary>
public static class ApiScopeWords
{
    private static readonly ImmutableArray<(string Word, ApiScopes Scope)> Each =
        [("read", ApiScopes.Read), ("act", ApiScopes.Act), ("contact", ApiScopes.Contact), ("administer", ApiScopes.Administer)];

    /// <summary>Every word, the least first.</summary>
    public static ImmutableArray<string> All { get; } = [.. Each.Select(one => one.Word)];

    /// <summary>Every word, for whoever has to choose.</summary>
    public static string Choices { get; } = string.Join(", ", All);

    /// <summary>The words of scopes, the least first.</summary>
    public static ImmutableArray<string> Words(this ApiScopes scopes) =>
        [.. Each.Where(one => (scopes & one.Scope) != ApiScopes.None).Select(one => one.Word)];

    /// <summary>The scopes of words; <see cref="ApiScopes.None"/>: there is no word, or one is none.</summary>
    public static ApiScopes Read(IEnumerable<string> words)
    {
        var scopes = ApiScopes.None;
        foreach (var word in words)
        {
            var found = Each.FirstOrDefault(one => one.Word == word).Scope;
            if (found == ApiScopes.None)
                return ApiScopes.None;
            scopes |= found;
        }

        return scopes;
    }

    /// <summary>Whether who has these scopes may do what needs others: all of them.</summary>
    public static bool Allow(this ApiScopes scopes, ApiScopes needed) =>
        scopes.HasFlag(ApiScopes.Administer) || scopes.HasFlag(needed);
}
