using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Mail;
using Handoff.Web.Mail.Letters;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Mail.Words;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Mail;

/// <summary>Writes the letter of a mail: a pure function of its model.</summary>
internal static class LetterWriting
{
    // Mail clients cut long mails off: beyond so many leads a digest tells only what is asked, without the facts.
    private const int MostWithFacts = 20;

    /// <summary>Writes the letter.</summary>
    /// <exception cref="ArgumentException">The model has no lead, or several that are no digest, or it is a touch.</exception>
    public static Letter Write(MailModel model)
    {
        if (model.Items.IsDefaultOrEmpty || (model.Kind is not (MessageKind.Digest or MessageKind.Returned) && model.Items.Length > 1))
            throw new ArgumentException("A mail is about exactly one lead, and a digest about one at least.", nameof(model));

        var texts = new MailTexts(model.Names);
        var time = ReaderTime.Of(model.Reader, model.Now);
        return model.Kind switch
        {
            MessageKind.Digest => Digest(model, texts, time),
            MessageKind.Returned => Returns(model, texts, time),
            _ => OneLead(model, texts, time),
        };
    }

    private static Letter OneLead(MailModel model, MailTexts texts, ReaderTime time)
    {
        var lead = new LeadWriting(model.Items[0], model.Reader, texts, time);
        var wording = lead.Wording;
        return Frame(model, texts, time, wording, wording.Says[0], [lead.Section(null, wording.Says, isDigest: false)]);
    }

    private static Letter Digest(MailModel model, MailTexts texts, ReaderTime time)
    {
        var leads = model.Items.Select(item => new LeadWriting(item, model.Reader, texts, time)).ToArray();
        var earliest = leads.Where(lead => lead.Told.Deadline is { IsLate: false }).MinBy(lead => lead.Due ?? Instant.MaxValue);
        var wording = texts.Digest(leads.Length, leads[0].Told.Who, earliest?.Told.Deadline);
        var sections = leads.Select((lead, number) =>
        {
            var section = lead.Section(lead.Wording.Heading, lead.Wording.Says.AsSpan(0, 1), isDigest: true);
            return number < MostWithFacts ? section : section with { Facts = [] };
        });
        var preheader = string.Join(". ", leads.Take(3).Select(lead => lead.Wording.Heading));
        return Frame(model, texts, time, wording, preheader, [.. sections]) with
        {
            Opening = wording.Says[0],
            Board = LeadLinks.Find(model.Links, "board") is { } board ? new(texts.Labels.OpenBoard, board) : null,
        };
    }

    private static Letter Returns(MailModel model, MailTexts texts, ReaderTime time)
    {
        var letter = new ReturnsLetter(model.Items, model.Names, LeadLinks.Find(model.Links, "returns"));
        return Frame(model, texts, time, letter.Wording, letter.Wording.Says[0], letter.Sections);
    }

    private static Letter Frame(
        MailModel model, MailTexts texts, ReaderTime time, Wording wording, string preheader, ImmutableArray<LetterSection> sections)
    {
        var frame = new LetterFrame(time, model.Organisation);
        var agreements = model.Items
            .Select(item => UserText.Line(item.Lead.Known.Agreement, 40))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return frame.Around(
            wording.Subject, preheader, wording.Heading, sections, texts.SentFor(frame.Organisation, agreements)) with
        {
            Away = LeadLinks.Find(model.Links, "absence") is { } href ? new(texts.Labels.Away, href) : null,
        };
    }
}
