using System.Collections.Frozen;
using System.Text.Json;
using Handoff.Leads;

namespace Handoff.Service.Mail;

/// <summary>The words of message kinds, in the mailbox and in copies.</summary>
public static class MessageKindWords
{
    private static readonly FrozenDictionary<MessageKind, string> Words = Enum.GetValues<MessageKind>()
        .ToFrozenDictionary(kind => kind, kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()));

    /// <summary>Returns the kind in lower case with underscores, as the ledger writes it.</summary>
    public static string Of(MessageKind kind) => Words[kind];
}
