using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Mail;
using Handoff.Web.Design;
using Handoff.Web.Mail.Letters;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Mail.Words;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Mail;

/// <summary>What a letter says of one lead to one reader.</summary>
internal sealed class LeadWriting
{
    private const int LongestButton = 60;

    private readonly MailItem _item;
    private readonly MailTexts _texts;
    private readonly ReaderTime _time;
    private readonly LeadLetter _letter;
    private readonly ClockRun? _clock;

    /// <summary>Looks at one lead of a mail.</summary>
    public LeadWriting(MailItem item, Person reader, MailTexts texts, ReaderTime time)
    {
        (_item, _texts, _time, _letter) = (item, texts, time, LeadLetter.Of(item.Kind, reader.Language));
        var name = _letter.Clock ?? Clock(item);
        _clock = item.Clock?.Name == name ? item.Clock : item.Lead.Unmet(name);
        Due = _clock is { Runs: true } clock ? clock.Plan.Due
            : _clock is null && (item.About.Clock ?? name) == name ? item.About.Due
            : null;
        Told = new()
        {
            Who = Who(),
            Owner = Marked(item.OwnerName),
            InQueue = item.Lead.Owner.Kind == OwnerKind.ManagerQueue,
            Other = Marked(item.OtherName),
            Clock = name,
            Deadline = Due is { } due ? DeadlineWords.Of(due, _clock, reader.Calendar, time, texts.Times) : null,
            Percent = item.About.Percent,
            Cause = item.About.Cause,
            Reason = UserText.Line(item.Reason?.In(reader.Language), 60) is { } reason ? UserText.Isolated(reason) : null,
            Then = item.Reason?.Then,
            Contest = item.Lead.Contest?.State,
            IsClaim = item.Lead.Offer is { IsClaim: true },
            Requests = 1 + item.Lead.TouchCount,
            Failing = item.About.Failing,
            WriteTo = item.OwnerAddress,
            ByItself = item.Next is { } next ? texts.Next(next, time.At(next.At)) : null,
            CameLate = item.CameLate,
        };
        Wording = _letter.Write(Told);
    }

    public Wording Wording { get; }

    /// <summary>What the texts may say.</summary>
    public Told Told { get; }

    /// <summary>The deadline, or null: nothing is due.</summary>
    public Instant? Due { get; }

    /// <summary>The section of this lead.</summary>
    /// <param name="heading">Of a digest: its line.</param>
    /// <param name="isDigest">Whether it stands among others, and so is kept short.</param>
    public LetterSection Section(string? heading, ReadOnlySpan<string> says, bool isDigest) => new()
    {
        Heading = heading,
        Tone = !_letter.IsNews && Told.Deadline is { IsLate: true } ? Tone.Breached : _letter.Tone,
        Says = [.. says],
        Main = _letter.IsNews ? null : Named(LeadLinks.Main(_item, Told.Clock, _texts.Labels), isDigest),
        Aside = LeadLinks.Undo(_item, _texts, _time) ?? LeadLinks.Confirm(_item, _texts, _time),
        Facts = LeadFacts.Of(
            _item, Told, _letter.IsNews, _clock is { IsUnmet: true } clock ? ClockWords.Of(clock, _texts, _time) : null, _texts, isDigest),
        Quotes = isDigest ? [] : LeadQuotes.Of(_item, _letter, _texts, _time),
    };

    // Of several leads each button says which one it is for.
    private LetterLink? Named(LetterLink? link, bool isDigest) => link is null || !isDigest ? link
        : link with { Text = UserText.Cut(UserText.WithoutMarks(_texts.Times.Fill(_texts.Labels.ManageWhom, Who())), LongestButton) };

    private static ClockName Clock(MailItem item) =>
        item.About.Clock ?? item.Clock?.Name ?? item.Lead.UnmetClock?.Name ?? item.Lead.Status switch
        {
            LeadStatus.Accepted => ClockName.FirstContact,
            LeadStatus.Contacted => ClockName.Feedback,
            _ => ClockName.Accept,
        };

    private string Who()
    {
        var record = _item.Record;
        var who = UserText.Line(record.Name, 50)
            ?? (_letter.IsNews ? null : UserText.Line(record.Email, 50) ?? UserText.Line(record.Phone, 50))
            ?? _texts.Labels.NoName;
        return UserText.Line(record.Company, 40) is { } company
            ? $"{UserText.Isolated(who)}, {UserText.Isolated(company)}"
            : UserText.Isolated(who);
    }

    private static string? Marked(string? name) => UserText.Line(name, 40) is { } clean ? UserText.Isolated(clean) : null;
}
