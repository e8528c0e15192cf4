using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Qualification;
using Handoff.Routing;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Paper;

/// <summary>
/// Tries what is in force, or what is proposed, on a lead that nobody sent: with today's people and absences, and with whose turn it is
/// now. Nothing is written.
/// </summary>
public sealed class PaperTrial(CompanyInForce company, IRotaStore rotas)
{
    /// <summary>The proposed agreement, or null: nothing is proposed.</summary>
    public Agreement? Proposed => company.Proposed?.Agreement;

    /// <summary>The sources in their alphabetical order.</summary>
    public ImmutableArray<string> Sources => [.. company.SourceNames.Order(StringComparer.Ordinal)];

    /// <summary>Plays the lead; null: there is no such source.</summary>
    public async Task<PaperTold?> PlayAsync(PaperOrder order, Viewer viewer, CancellationToken cancellation)
    {
        if (company.Find(order.Source) is not { } source)
            return null;
        await company.RefreshIfOldAsync(cancellation);
        var agreement = order.UnderProposal && Proposed is { } proposed ? proposed : company.Agreement;
        var turns = ImmutableDictionary.CreateBuilder<string, Rota>(StringComparer.Ordinal);
        foreach (var team in company.Staff.Teams)
            turns[team.Name] = (await rotas.ReadRotaAsync(team.Name, cancellation)).Rota;
        var run = PaperRun.Of(
            agreement, company.Staff, turns.ToImmutable(), source, LeadForm.Mapped(source, order.Fields), order.At);
        var reader = new StoryReader(who => company.NameOf(who, viewer.Language), viewer.Zone, agreement)
        {
            Language = viewer.Language,
            Naming = viewer.Naming,
        };
        return new(run, agreement, reader.Of(run.Events));
    }
}

/// <summary>A lead to try.</summary>
/// <param name="Source">The name of the source that would send it.</param>
/// <param name="Fields">Its fields, by the source's names or ours.</param>
/// <param name="At">When it would arrive.</param>
/// <param name="UnderProposal">Whether the proposed agreement is tried, if there is one.</param>
public sealed record PaperOrder(string Source, IReadOnlyDictionary<string, string> Fields, Instant At, bool UnderProposal = false)
{
    /// <summary>The fields of a JSON object; null: it is none, or a name stands twice in it.</summary>
    public static ImmutableDictionary<string, string>? FieldsOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.EnumerateObject().DistinctBy(field => field.Name).Count() == json.GetPropertyCount()
            ? json.EnumerateObject().ToImmutableDictionary(
                field => field.Name,
                field => field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText(),
                StringComparer.Ordinal)
            : null;
}

/// <summary>What would become of it.</summary>
/// <param name="Agreement">Under which it was played.</param>
/// <param name="Reader">Tells it to the viewer.</param>
public sealed record PaperTold(PaperRun Run, Agreement Agreement, StoryReader Reader);
