using Handoff.Service.Links;

namespace Handoff.Web.Links;

/// <summary>Whose links a path opens. A link opens under its own path only.</summary>
public enum LinkAudience
{
    /// <summary><c>/r/{token}</c>: reps, and absences of anybody.</summary>
    Rep,

    /// <summary><c>/m/{token}</c>: managers, and heads.</summary>
    Manager,
}

/// <summary>Which purposes belong to whom.</summary>
internal static class LinkAudiences
{
    public static bool Opens(this LinkAudience audience, LinkPurpose purpose) =>
        purpose is not (LinkPurpose.SignIn or LinkPurpose.Ask or LinkPurpose.Consent)
        && (audience == LinkAudience.Manager) == (purpose is LinkPurpose.Manage or LinkPurpose.Contest);
}
