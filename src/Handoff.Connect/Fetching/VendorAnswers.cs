using System.Text.Json;
using Handoff.Agreements;
using Handoff.Connect.Bodies;
using Handoff.Connect.Forms;
using Handoff.Leads;
using Handoff.Service.Fetching;
using Handoff.Service.Intake;
using Handoff.Service.Outside;
using NodaTime;

namespace Handoff.Connect.Fetching;

/// <summary>Asks Meta and LinkedIn for the answers of leads, by id or by form, and puts them through the intake.</summary>
public sealed class VendorAnswers(IOutside outside, VendorAddresses addresses, LeadIntake intake) : ILeadAnswers
{
    private const int MostPages = 50;

    /// <inheritdoc/>
    public async Task<RecordFetch> FetchAsync(LeadSource source, string notice, CancellationToken cancellation)
    {
        var ids = JsonFields.Parse<string[]>(Signature.Bytes(notice), root => [.. IdsOf(source, root)], static _ => []);
        if (ids.Length == 0)
            return new RecordFetch.Failed("the notice names no lead");
        LeadId? first = null;
        foreach (var id in ids)
        {
            switch (await outside.AskAsync(CallFor(source, id), cancellation))
            {
                case OutsideAnswer.Said { Status: 200 } said:
                    var (lead, failure) = await VendorRequest.ReadAsync(source, said.Body, cancellation) is { Held: null } request
                        ? await TakeAsync(request, cancellation) : (null, "the answers cannot be read");
                    if (failure is not null)
                        return new RecordFetch.Failed(failure);
                    first ??= lead;
                    break;
                case OutsideAnswer.Said { Status: 404 or 410 }:
                    break;
                case OutsideAnswer.Said said:
                    return new RecordFetch.Failed(Why(said));
                case OutsideAnswer.Silent silent:
                    return new RecordFetch.Failed(silent.Because);
                default:
                    throw new InvalidOperationException("An answer is said or not.");
            }
        }

        return new RecordFetch.Fetched(first);
    }

    /// <inheritdoc/>
    public async Task<string?> BackfillAsync(LeadSource source, Instant since, CancellationToken cancellation)
    {
        foreach (var page in PagesFor(source, since))
        {
            var call = page;
            for (var number = 1; call is not null; number++)
            {
                if (number > MostPages)
                    return "there are more pages than are read at once";
                switch (await outside.AskAsync(call, cancellation))
                {
                    case OutsideAnswer.Said { Status: 200 } said:
                        var (next, failure) = await TakePageAsync(source, call, said.Body, cancellation);
                        if (failure is not null)
                            return failure;
                        call = next;
                        break;
                    case OutsideAnswer.Said said:
                        return Why(said);
                    case OutsideAnswer.Silent silent:
                        return silent.Because;
                    default:
                        throw new InvalidOperationException("An answer is said or not.");
                }
            }
        }

        return null;
    }

    private async Task<(OutsideCall? Next, string? Failure)> TakePageAsync(
        LeadSource source, OutsideCall call, byte[] body, CancellationToken cancellation)
    {
        var (leads, next) = JsonFields.Parse<(byte[][]?, OutsideCall?)>(
            body, root => ([.. LeadsOf(root).Select(lead => JsonSerializer.SerializeToUtf8Bytes(lead))], NextOf(source, call, root)),
            static _ => (null, null));
        if (leads is null)
            return (null, "a page of leads cannot be read");
        foreach (var lead in leads)
        {
            var (_, failure) = await TakeAsync(await VendorRequest.ReadAsync(source, lead, cancellation), cancellation);
            if (failure is not null)
                return (null, failure);
        }

        return (next, null);
    }

    private async Task<(LeadId? Lead, string? Failure)> TakeAsync(IntakeRequest request, CancellationToken cancellation) =>
        await intake.ReceiveAsync(request, cancellation) switch
        {
            IntakeAnswer.Stored stored => (stored.Id, null),
            IntakeAnswer.TooMany => (null, "too many leads at once"),
            _ => (null, "the answers could not be stored"),
        };

    private OutsideCall CallFor(LeadSource source, string id) => source.Format switch
    {
        SourceFormat.Meta => MetaGraph.Lead(addresses.Meta, source.Fetch!, id),
        SourceFormat.Linkedin => LinkedinLeads.Response(addresses.Linkedin, source.Fetch!, id),
        _ => throw new InvalidOperationException($"{source.Format} sends its answers itself."),
    };

    private IEnumerable<OutsideCall> PagesFor(LeadSource source, Instant since) => source.Format switch
    {
        SourceFormat.Meta => source.Fetch!.Forms.Select(form => MetaGraph.FormLeads(addresses.Meta, source.Fetch, form, since)),
        SourceFormat.Linkedin when source.Fetch!.Owner is { } owner =>
            [LinkedinLeads.Responses(addresses.Linkedin, source.Fetch, owner, since, start: 0)],
        _ => [],
    };

    private static IEnumerable<string> IdsOf(LeadSource source, JsonElement notice) =>
        source.Format == SourceFormat.Meta ? MetaGraph.IdsOf(notice) : LinkedinLeads.IdsOf(notice);

    private static JsonElement[] LeadsOf(JsonElement page)
    {
        var leads = page.At("data") is { ValueKind: JsonValueKind.Array } data ? data : page.At("elements");
        return leads.ValueKind == JsonValueKind.Array ? [.. leads.EnumerateArray()] : [];
    }

    private static OutsideCall? NextOf(LeadSource source, OutsideCall call, JsonElement page) => source.Format == SourceFormat.Meta
        ? MetaGraph.After(call, page) : LinkedinLeads.After(call, page);

    /// <summary>Why, by what the vendor says beside its status: a code, never what stands in a text of it.</summary>
    private static string Why(OutsideAnswer.Said said)
    {
        var code = JsonFields.Parse<string?>(
            said.Body, static root => root.TextAt("error", "code") ?? root.TextAt("serviceErrorCode"), static _ => null);
        return code is { Length: <= 20 } ? $"the vendor answered {said.Status}, code {code}" : $"the vendor answered {said.Status}";
    }
}
