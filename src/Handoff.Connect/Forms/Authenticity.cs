using Handoff.Agreements;
using Handoff.Service.Intake;
using NodaTime;

namespace Handoff.Connect.Forms;

/// <summary>Tells whether a post is its source's: signed, where the source has a secret; else with the source's key.</summary>
public static class Authenticity
{
    /// <summary>Whether the body must be read to tell.</summary>
    public static bool NeedsBody(LeadSource source) =>
        !source.Secrets.IsEmpty || FormFormats.Of(source.Format).KeyIsInBody;

    /// <summary>Whether the post is the source's.</summary>
    /// <param name="key">The key that was sent beside the body, or null.</param>
    public static bool Holds(LeadSource source, FormPost post, string? key, Instant now)
    {
        var format = FormFormats.Of(source.Format);
        if (source.Secrets.IsEmpty)
            return SourceKeys.Match(source, format.KeyOf(post) ?? key);
        var holds = false;
        foreach (var secret in source.Secrets)
            holds |= format.Signed?.Invoke(post, secret, now) is true;
        return holds;
    }
}
