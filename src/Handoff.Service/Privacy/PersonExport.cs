using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.People;
using Handoff.Privacy;
using Handoff.Qualification;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Service.News;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Privacy;

/// <summary>Puts together all that is known of a person who sent leads.</summary>
public sealed class PersonExport(
    PersonFinding finding, LeadTurns turns, LeadVault vault, LeadStories stories, IMailCopyStore copies, DisclosureReading disclosures,
    IClock clock)
{
    private const int MostMails = 1_000;

    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What is known now; a lead that is erased meanwhile is not in it.</summary>
    public async Task<PersonFile> ReadAsync(PersonSeed seed, CancellationToken cancellation)
    {
        var person = await finding.FindAsync(seed, cancellation);
        var leads = ImmutableArray.CreateBuilder<PersonLead>();
        foreach (var id in person.Leads)
        {
            if (await turns.FindAsync(id, cancellation) is { } lead && await vault.OpenAsync(id.Value, cancellation) is { } record)
                leads.Add(await ReadAsync(lead, record, cancellation));
        }

        return new(clock.GetCurrentInstant(), leads.ToImmutable(), [.. person.Others.Select(lead => lead.Value)]);
    }

    private async Task<PersonLead> ReadAsync(Lead lead, LeadRecord record, CancellationToken cancellation)
    {
        var known = lead.Known;
        // Whoever asks what is known of them need not learn who works here.
        var events = await stories.EventsAsync(lead.Id, cancellation);
        var reader = (await stories.ReaderAsync(known.Agreement, Language.En, cancellation)).Of(events) with { Name = _ => "a colleague" };
        var mails = await copies.ListCopiesAsync(lead.Id.Value, MostMails, cancellation);
        return new(
            lead.Id.Value, lead.ReceivedAt, known.Source, lead.Status.Word(), known.Tier, known.Score,
            Qualify.Explain(reader.Agreement, known.Score, known.ScoreRules, known.Tier, reader.Names), lead.DuplicateOf?.Value,
            known.Follows?.Lead.Value,
            new(record.Email, record.Phone, record.Name, record.Company, record.JobTitle, record.Country, record.Message), record.Form,
            record.Correction ?? None, known.Dimensions, known.FirstTouch ?? known.LastTouch, known.LastTouch, record.Consent,
            lead.ConsentWithdrawnAt, [.. record.Notes.Select(note => new PersonNote(note.At, note.On, note.Text))],
            [.. events.Select(happened => new EventView(happened.At, LeadStory.TypeOf(happened), LeadStory.Says(happened, reader)))],
            [.. mails.OrderBy(mail => mail.At).Select(mail => new PersonMail(mail.At, mail.Kind, ToOf(mail)))],
            await disclosures.ReadAsync(lead.Id, cancellation));
    }

    private static string ToOf(MailCopy mail) => mail.Kind == MessageKindWords.Of(MessageKind.AskLead) ? "the person" : "a colleague";
}
