using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.News;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.AgreementFiles;

/// <summary>An agreement folder without mistakes (design section 4, "Configuration is the agreement").</summary>
/// <param name="Agreement">What both sides sign: <c>agreement.yaml</c>.</param>
/// <param name="Staff">Who sells, when they work and who answers for them: <c>people.yaml</c>.</param>
/// <param name="Sources">Where leads come from, in the order of <c>sources.yaml</c>.</param>
/// <param name="Calendars">The calendars of <c>people.yaml</c> by name.</param>
/// <param name="Content">
/// The SHA-256, in lower-case hexadecimal, of what <c>agreement.yaml</c> says after <c>${NAME}</c> is replaced: comments, layout and quotes
/// do not change it, anything signed does. Content that differs under an old version's name is a mistake.
/// </param>
public sealed record AgreementFolder(
    Agreement Agreement,
    Staff Staff,
    ImmutableArray<LeadSource> Sources,
    ImmutableDictionary<string, BusinessCalendar> Calendars,
    string Content)
{
    /// <summary>Who is told what happens to leads, in the order of <c>channels.yaml</c>; none where there is no such file.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>
    /// Every file by name as it is kept, the <c>.ics</c> files too: read again they say the same. No secret is in them: of a source's key
    /// only a reference stays.
    /// </summary>
    public ImmutableDictionary<string, string> Files { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Reads the folder's other files again with this text as <c>agreement.yaml</c>, at that time; null: it was not made of files.
    /// </summary>
    internal Func<string, Instant, FolderReading>? ReadWith { get; init; }
}

/// <summary>What came of reading an agreement folder.</summary>
public abstract record FolderReading
{
    private FolderReading()
    {
    }

    /// <summary>The folder has no mistake.</summary>
    public sealed record Loaded(AgreementFolder Folder) : FolderReading
    {
        /// <summary>
        /// What is no mistake and yet may not be meant, such as a file of holidays that closes no day. <c>check</c> tells it.
        /// </summary>
        public ImmutableArray<Mistake> Notes { get; init; } = [];
    }

    /// <summary>The folder is refused as a whole; the last good one stays in force.</summary>
    /// <param name="Mistakes">Every mistake, at least one, in the order of the files and their lines.</param>
    public sealed record Refused(ImmutableArray<Mistake> Mistakes) : FolderReading;
}
