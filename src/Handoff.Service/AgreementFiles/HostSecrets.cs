using System.Collections.Immutable;

namespace Handoff.Service.AgreementFiles;

/// <summary>
/// Which variables an agreement folder may name as <c>${NAME}</c>. What a folder says is read by everybody who works with it and stands on
/// pages and in mails, and who edits it need not be who runs the host: so it reads only what begins with <c>HANDOFF_</c>, and nothing by
/// which one gets into the host, its mail or its store.
/// </summary>
internal static class HostSecrets
{
    /// <summary>How every variable begins that a folder may name.</summary>
    public const string Prefix = "HANDOFF_";

    /// <summary>Settings of the host that are secret, or lead to a secret: each by its name.</summary>
    private static readonly ImmutableArray<string> Names =
    [
        "HANDOFF_ADMIN_KEY", "HANDOFF_ADMIN_KEY_PREVIOUS", "HANDOFF_SENDGRID_API_KEY", "HANDOFF_SENDGRID_EVENT_KEY",
        "HANDOFF_SMTP_USER", "HANDOFF_SMTP_PASSWORD", "HANDOFF_OPENID_CLIENT_SECRET", "HANDOFF_TELEMETRY_CONNECTION_STRING",
        "HANDOFF_LINK_KEY_URI", "HANDOFF_TABLES_URI", "HANDOFF_KEYS_TABLES_URI", "HANDOFF_BLOBS_URI",
    ];

    /// <summary>
    /// Families of settings: a later one of them is the host's too. The last is how the environment writes the sections of a configuration.
    /// </summary>
    private static readonly ImmutableArray<string> Families =
    [
        "HANDOFF_ADMIN_", "HANDOFF_SENDGRID_", "HANDOFF_SMTP_", "HANDOFF_MAIL_", "HANDOFF_OPENID_", "HANDOFF_LINK_", "HANDOFF_STORAGE_",
        "HANDOFF__",
    ];

    /// <summary>Words that no name of a source's key ends with, and that many a name of another secret does.</summary>
    private static readonly ImmutableArray<string> Endings =
        ["_PASSWORD", "_CONNECTION_STRING", "_CONNECTIONSTRING", "_SAS", "_ACCOUNT_KEY"];

    /// <summary>Why a folder may not name the variable, or null: it may.</summary>
    public static string? Refuse(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name.Length == Prefix.Length)
            return $"'{ShownText.Quote(name)}' does not begin with {Prefix}: these files read no other variable; give it such a name";
        return Holds(name) ? $"{ShownText.Quote(name)} is the host's own; give what these files need a variable of its own" : null;
    }

    /// <summary>Whether the variable is the host's own. Settings of a host are found in small and in capital letters.</summary>
    public static bool Holds(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Families.Any(family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase))
        || Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
