using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Mail.Words;
using Handoff.Web.Words;

namespace Handoff.Web.Mail;

/// <summary>The facts of one lead, in the order in which its reader needs them. What is not known is left out.</summary>
internal static class LeadFacts
{
    private const int LongestValue = 200;

    private const int LongestSentence = 500;

    private const int MostAnswers = 6;

    // Told as facts of their own, or as the message.
    private static readonly ImmutableHashSet<string> ToldElsewhere =
        ["name", "email", "phone", "company", "job_title", "country", "language", "message", "form"];

    /// <summary>The facts.</summary>
    /// <param name="told">What the texts say of it.</param>
    /// <param name="isNews">Whether its reader has nothing to do: address and phone stand only in mails to the rep and the manager.</param>
    /// <param name="clock">The clock in words, or null: none runs.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="isDigest">Whether it stands among others, and so is kept short.</param>
    public static ImmutableArray<Fact> Of(MailItem item, Told told, bool isNews, string? clock, MailTexts texts, bool isDigest)
    {
        var (record, known, labels) = (item.Record, item.Lead.Known, texts.Labels);
        var isAlert = OwedMessage.IsAlertKind(item.Kind);
        var facts = new Facts();
        // The heading of a digest's section names them.
        if (!isDigest)
        {
            facts.Add(labels.Name, record.Name);
            facts.Add(labels.Company, record.Company);
        }

        facts.Add(labels.JobTitle, record.JobTitle);
        if (!isNews)
        {
            facts.Add(labels.Phone, record.Phone, ContactHref.OfPhone(record.Phone));
            facts.Add(labels.Email, record.Email, ContactHref.OfEmail(record.Email));
        }

        if (item.Kind is MessageKind.MovedOn) return facts.ToImmutable();

        if (isAlert && told.Owner is not null) facts.Add(labels.Owner, item.OwnerName);
        if (item.Kind == MessageKind.Contested && told.Reason is not null) facts.Add(labels.Reason, UserText.WithoutMarks(told.Reason));
        if (told.WriteTo is { } address) facts.Add(labels.WriteTo, address, ContactHref.OfEmail(address));
        facts.Add(labels.ByItself, told.ByItself);
        if (isDigest || isAlert || item.Kind == MessageKind.Contested) facts.Add(labels.Clock, clock);
        if (told.Requests > 1) facts.Add(labels.Requests, texts.RequestCount(told.Requests));
        if (!isDigest)
        {
            facts.Add(labels.AskedFor, Asked(record, texts.Names.Source(known.Source)));
            facts.Add(labels.Country, known.Country);
            facts.Add(labels.SpokenLanguage, known.Language?.ToLowerInvariant());
            if (!isNews) facts.Add(labels.AlsoSaid, Answers(record), most: LongestSentence);
        }

        // The why comes last: who reads a mail on the way wants to know who, what and by when.
        if (!(isDigest || isAlert || item.Kind == MessageKind.Contested)) facts.Add(labels.Clock, clock);
        var score = isDigest || item.ScoreBecause.Length == 0 ? texts.Points(known.Score, known.Tier) : item.ScoreBecause;
        facts.Add(labels.Score, score, most: LongestSentence);
        if (isDigest) return facts.ToImmutable();

        if (item.Kind is not (MessageKind.Contested or MessageKind.ContestAnswered))
            facts.Add(isAlert ? labels.WhyThisRep : labels.WhyYou, item.RoutingBecause, most: LongestSentence);
        if (isAlert) facts.Add(labels.Team, texts.Names.Team(known.Team));
        return facts.ToImmutable();
    }

    private static string Asked(LeadRecord record, string source) =>
        UserText.Line(record.Form.GetValueOrDefault("form"), 80) is { } form ? $"{form} ({source})" : source;

    private static string Answers(LeadRecord record) => string.Join("; ", record.Form
        .Where(answer => !ToldElsewhere.Contains(answer.Key) && !string.IsNullOrWhiteSpace(answer.Value))
        .Take(MostAnswers)
        .Select(answer => $"{UserText.Line(answer.Key.Replace('_', ' '), 40)}: {UserText.Line(answer.Value, 80)}"));

    // A list that leaves out what is empty and cleans what is not.
    private sealed class Facts
    {
        private readonly ImmutableArray<Fact>.Builder _all = ImmutableArray.CreateBuilder<Fact>(16);

        public void Add(string label, string? value, string? href = null, int most = LongestValue)
        {
            if (UserText.Line(value, most) is { } clean)
                _all.Add(new(label, clean, href));
        }

        public ImmutableArray<Fact> ToImmutable() => _all.DrainToImmutable();
    }
}
