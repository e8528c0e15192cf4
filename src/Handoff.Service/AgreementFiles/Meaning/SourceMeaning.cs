using System.Collections.Immutable;
using Handoff.Qualification;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks the sources against each other and themselves.</summary>
internal static class SourceMeaning
{
    // Read from a field of the same name unless `map` says otherwise.
    private static readonly ImmutableArray<string> OwnFields =
        [KnownFields.Name, KnownFields.Email, KnownFields.Company, KnownFields.Phone, KnownFields.Country];

    public static void Check(SourcesForm form, bool keysFromEnvironmentOnly, Findings findings)
    {
        Names.Unique((form.Campaigns.Has ? form.Campaigns.Value : []).Select(entry => Lower(entry.Name)), "campaign", findings);
        if (!form.Sources.Has)
            return;
        var sources = form.Sources.Value.Where(source => source.Has).Select(source => source.Value).ToArray();
        Names.Unique(sources.Select(source => source.Name), "source", findings);
        foreach (var source in sources)
        {
            if (keysFromEnvironmentOnly && source.Key is { Has: true, Value.IsFromEnvironment: false })
                findings.Add(
                    source.Key.At,
                    "on this host a key comes from a variable that is set: write ${NAME} and set NAME; a default in the file is no secret");
            CheckHoneypot(source, findings);
            CheckSet(source, findings);
        }
    }

    private static Field<string> Lower(Field<string> name) =>
        name.Has ? Field<string>.Of(name.At, name.Value.Trim().ToLowerInvariant()) : name;

    private static void CheckHoneypot(SourceForm source, Findings findings)
    {
        if (!source.Honeypot.Has || source.Map is { IsWritten: true, Has: false })
            return;
        var map = source.Map.Or([]);
        var ours = map.FirstOrDefault(entry => entry.Value.Has && entry.Value.Value == source.Honeypot.Value)?.Name.Value
            ?? OwnFields.FirstOrDefault(field => field == source.Honeypot.Value && map.All(entry => entry.Name.Value != field));
        if (ours is not null)
            findings.Add(
                source.Honeypot.At,
                $"people fill '{source.Honeypot.Value}' in: it holds '{ours}'; a honeypot is a field that they never see");
    }

    private static void CheckSet(SourceForm source, Findings findings)
    {
        if (!source.Set.Has || !source.Map.Has)
            return;
        foreach (var name in source.Set.Value.Select(entry => entry.Name).Where(name => name.Has))
        {
            if (source.Map.Value.Any(entry => entry.Name.Has && entry.Name.Value == name.Value))
                findings.Add(name.At, $"'{name.Value}' is under 'map' too; a field is either read or set");
        }
    }
}
