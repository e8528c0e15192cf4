using System.Collections.Immutable;
using Handoff.Web.Design;
using Handoff.Web.Words;

namespace Handoff.Web.Mail;

/// <summary>What every mail has around what it says: the language, who sends it, and whose times it tells.</summary>
internal sealed class LetterFrame(ReaderTime time, string organisation)
{
    private const int LongestSubject = 150;
    private const int LongestPreheader = 200;

    /// <summary>The company, in marks.</summary>
    public string Organisation { get; } = UserText.Isolated(UserText.Line(organisation, 100) ?? "Handoff");

    /// <summary>The letter; the footer ends with whose times it tells.</summary>
    public Letter Around(
        string subject, string preheader, string heading, ImmutableArray<LetterSection> sections, params ReadOnlySpan<string> footer) =>
        new()
        {
            Lang = time.Texts.Lang,
            Subject = UserText.Cut(UserText.WithoutMarks(subject), LongestSubject),
            Preheader = UserText.Cut(UserText.WithoutMarks(preheader), LongestPreheader),
            Heading = heading,
            Sections = sections,
            Organisation = Organisation,
            Footer = [.. footer, time.Texts.TimesAre(time.Zone)],
        };

    /// <summary>Paragraphs under a heading, or under none.</summary>
    public static LetterSection Section(string? heading, Tone tone, params ImmutableArray<string> says) =>
        new() { Heading = heading, Tone = tone, Says = says };
}
