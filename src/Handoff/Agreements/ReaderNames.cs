using Handoff.Figures;
using Handoff.People;

namespace Handoff.Agreements;

/// <summary>
/// What one reader reads in the place of an id. Where the files give it no name, or it is gone from them, the id is read, with blanks
/// for underscores.
/// </summary>
public sealed class ReaderNames(Naming naming, Language language) : Sentences(language)
{
    // A team's calendar may be a list of them.
    private const string Beside = ", ";

    public new Language Language => base.Language;

    public string Team(string id) => Of(NamedThing.Team, id);

    public string Tier(string id) => Of(NamedThing.Tier, id);

    public string Source(string id) => Of(NamedThing.Source, id);

    /// <summary>A calendar, or each of a list that is open when any of them is.</summary>
    public string Calendar(string id) => naming.Find(NamedThing.Calendar, id, Language)
        ?? List(id.Split(Beside).Select(one => Of(NamedThing.Calendar, one)));

    /// <summary>A figure that the agreement names; null: it does not.</summary>
    public string? Metric(string id) => naming.Find(NamedThing.Metric, id, Language);

    /// <summary>A dimension that the agreement names; null: it does not.</summary>
    public string? Given(string dimension) => naming.Find(NamedThing.Dimension, dimension, Language);

    /// <summary>A dimension that is recorded with a lead: its <c>source</c> is no source of ours.</summary>
    public string Recorded(string dimension) => Dimension(dimension == SliceNames.Source ? SliceNames.UtmSource : dimension);

    /// <summary>A dimension of a lead with its value: <c>campaign: spring</c>.</summary>
    public string OfLead(string dimension, string value) => dimension switch
    {
        SliceNames.Source => $"{Recorded(dimension)}: {value}",
        _ => $"{Dimension(dimension)}: {Value(dimension, value)}",
    };

    /// <summary>What figures are sliced by, after "by".</summary>
    public string Dimension(string id) => id switch
    {
        SliceNames.Source => Say("source", "fonte"),
        SliceNames.Team => Say("team", "team"),
        SliceNames.Tier => Say("tier", "fascia"),
        SliceNames.UtmSource => Given(SliceNames.Source) ?? Say("where the click came from", "provenienza del clic"),
        _ when Given(id) is { } given => given,
        SliceNames.Country => Say("country", "paese"),
        Agreements.Dimension.Campaign => Say("campaign", "campagna"),
        "medium" => Say("medium", "mezzo"),
        "form" => Say("form", "modulo"),
        Agreements.Dimension.Size => Say("size of company", "dimensione dell'azienda"),
        Agreements.Dimension.ConsentContact => Say("consent to be contacted", "consenso a essere contattati"),
        _ => Readable(id),
    };

    /// <summary>The value of a dimension, or of what figures are sliced by: a team, a tier, a source, a campaign that is none.</summary>
    public string Value(string dimension, string value) => (dimension, value) switch
    {
        (SliceNames.Source, _) => Source(value),
        (SliceNames.Team, _) => Team(value),
        (SliceNames.Tier, _) => Tier(value),
        (Agreements.Dimension.Campaign, _) => Campaign(value),
        (Agreements.Dimension.ConsentContact, "yes") => Say("yes", "sì"),
        (_, Agreements.Dimension.None) => Say("none", "nessuno"),
        (_, Agreements.Dimension.Other) => Say("other", "altro"),
        _ => value,
    };

    /// <summary>Which leads those are: <c>campaign spring</c>, <c>team Italy</c>, <c>no campaign</c>.</summary>
    /// <param name="shown">Readies the value to be shown.</param>
    public string Slice(string dimension, string value, Func<string, string> shown)
    {
        var called = Value(dimension, value);
        return dimension == Agreements.Dimension.Campaign && called != value ? called : $"{Dimension(dimension)} {shown(called)}";
    }

    /// <summary>A campaign as it was sent; where none is known, or it is not told, that in words.</summary>
    public string Campaign(string value) => value switch
    {
        Agreements.Dimension.None => Say("no campaign", "nessuna campagna"),
        Agreements.Dimension.Other => Say("another campaign", "un'altra campagna"),
        _ => value,
    };

    private string Of(NamedThing thing, string id) => naming.Find(thing, id, Language) ?? Readable(id);

    private static string Readable(string id) => id.Replace('_', ' ');
}
