using System.CommandLine;
using Handoff.Privacy;
using Handoff.Service.Auditing;
using Handoff.Service.Privacy;
using Handoff.Service.Storage;

namespace Handoff.Local.Verbs;

/// <summary>
/// <c>handoff export-person</c> and <c>handoff erase-person</c>: all that is known of a person who sent leads, on a data folder that
/// nothing serves.
/// </summary>
internal static class PersonVerbs
{
    private const string Served = "While a host serves the folder, use the API instead.";

    public static Command MakeExport(Option<string> data, Option<string> agreement)
    {
        var to = new Option<string?>("--to") { Description = "The JSON file to write, which is not there yet; else it is printed." };
        var person = Person();
        var export = new Command(
            "export-person", $"Writes all that is known of a person who sent leads, as JSON. {Served}") { person, to, data, agreement };
        export.SetAction((parsed, cancellation) => ExportAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), parsed.GetRequiredValue(person), parsed.GetValue(to),
            Console.Out, cancellation));
        return export;
    }

    public static Command MakeErase(Option<string> data, Option<string> agreement)
    {
        var person = Person();
        var erase = new Command(
            "erase-person", $"Destroys the personal data of every lead of a person; the figures stay. {Served}")
        {
            person, data, agreement,
        };
        erase.SetAction((parsed, cancellation) => EraseAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), parsed.GetRequiredValue(person), Console.Out, cancellation));
        return erase;
    }

    public static Task<int> ExportAsync(
        string data, string agreement, string person, string? to, TextWriter output, CancellationToken cancellation) =>
        to is not null && File.Exists(to) ? Task.FromResult(Tell.Refusal($"{to} is there already: name a file that is not."))
        : StoreVerbs.OnStoreAsync(data, agreement, async services =>
        {
            var file = await services.GetRequiredService<PersonExport>().ReadAsync(SeedOf(person), cancellation);
            var json = file.ToJson();
            await StoreVerbs.KeepAsync(services, Acts.ExportPerson, "", AuditLog.Done);
            if (to is null)
            {
                output.WriteLine(System.Text.Encoding.UTF8.GetString(json));
                return 0;
            }

            await using (var written = PrivateFile.New(to, FileMode.CreateNew))
                await written.WriteAsync(json, cancellation);
            output.WriteLine($"{to} has {file.Leads.Length} leads of the person. Give it to nobody else, and delete it.");
            TellOthers(output, file.Others);
            return 0;
        }, cancellation);

    public static Task<int> EraseAsync(
        string data, string agreement, string person, TextWriter output, CancellationToken cancellation) =>
        StoreVerbs.OnStoreAsync(data, agreement, async services =>
        {
            var erased = await services.GetRequiredService<PersonErasure>().EraseAsync(SeedOf(person), cancellation);
            await StoreVerbs.KeepAsync(services, Acts.ErasePerson, "", AuditLog.Done);
            foreach (var lead in erased.Erased)
                await StoreVerbs.KeepAsync(services, Acts.EraseLead, lead, AuditLog.Done);
            output.WriteLine($"{erased.Erased.Length} leads of the person are erased; the figures stay.");
            TellOthers(output, erased.Others);
            return 0;
        }, cancellation);

    private static Argument<string> Person() =>
        new("PERSON") { Description = "The address, the phone with its country's prefix, or the id of one of the person's leads." };

    /// <summary>An address has an @, a phone begins with + or a digit and is short, else it is a lead's id.</summary>
    private static PersonSeed SeedOf(string person) => person.Contains('@', StringComparison.Ordinal) ? PersonSeed.OfAddress(person)
        : person.Trim() is { Length: < LeadIdLength } text && !text.Any(char.IsAsciiLetter) ? PersonSeed.OfPhone(text)
        : PersonSeed.OfLead(new(person.Trim()));

    private const int LeadIdLength = 32;

    private static void TellOthers(TextWriter output, IReadOnlyCollection<string> others)
    {
        if (others.Count > 0)
            output.WriteLine($"These have the same phone and may be somebody else's, so they stay: {string.Join(", ", others)}.");
    }
}
