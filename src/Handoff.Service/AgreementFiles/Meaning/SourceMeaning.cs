using System.Collections.Immutable;
using Handoff.Agreements;
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

    /// <summary>The formats whose vendors sign, by Standard Webhooks or in a way of their own.</summary>
    private static readonly ImmutableArray<SourceFormat> Signed =
    [
        SourceFormat.Json, SourceFormat.Typeform, SourceFormat.Webflow, SourceFormat.Tally, SourceFormat.Framer, SourceFormat.Wpforms,
        SourceFormat.Calendly, SourceFormat.Hubspot, SourceFormat.Meta, SourceFormat.Linkedin,
    ];

    public static void Check(SourcesForm form, bool keysFromEnvironmentOnly, Findings findings)
    {
        Names.Unique((form.Campaigns.Has ? form.Campaigns.Value : []).Select(entry => Lower(entry.Name)), "campaign", findings);
        if (!form.Sources.Has)
            return;
        var sources = form.Sources.Value.Where(source => source.Has).Select(source => source.Value).ToArray();
        Names.Unique(sources.Select(source => source.Name), "source", findings);
        foreach (var source in sources)
        {
            CheckKeys(source, keysFromEnvironmentOnly, findings);
            CheckHoneypot(source, findings);
            CheckSet(source, findings);
        }
    }

    private static void CheckKeys(SourceForm source, bool fromEnvironmentOnly, Findings findings)
    {
        var signs = source.Format.Has && Signed.Contains(source.Format.Value);
        var always = source.Format is { Has: true, Value: SourceFormat.Meta or SourceFormat.Linkedin };
        if (source is { Secret.IsWritten: true, Format.Has: true } && !signs)
            findings.Add(source.Secret.At, "what this format sends is not signed: give the source a 'key' instead of a 'secret'");
        else if (!source.Secret.IsWritten && (always || !source.Key.IsWritten))
            findings.Add(
                source.Key.IsWritten ? source.Format.At : source.Key.At,
                always ? "'secret' is missing: what this format sends is always signed by the app's"
                    : signs && source.Format.Value != SourceFormat.Json ? "'secret' is missing, by which the vendor signs, or a 'key'"
                    : "'key' is missing");
        foreach (var (list, what) in new[] { (source.Key, "key"), (source.Secret, "secret") })
        {
            if (!list.Has)
                continue;
            if (list.Value.Length > 2)
                findings.Add(list.At, $"a source has at most two of '{what}', while one replaces the other");
            foreach (var one in list.Value.Where(one => one.Has))
                CheckSecret(one, what, fromEnvironmentOnly, findings);
        }

        if (source.Captcha is { Has: true, Value.Secret: { Has: true } captcha })
            CheckSecret(captcha, "secret", fromEnvironmentOnly, findings);
        if (source.Fetch is { Has: true, Value.Token: { Has: true } token })
            CheckSecret(token, "token", fromEnvironmentOnly, findings);
        if (source is { Fetch.IsWritten: true, Format.Has: true } && !always)
            findings.Add(source.Fetch.At, "what this format sends has its answers with it: only meta and linkedin have to be fetched");
    }

    private static void CheckSecret(Field<Word> secret, string what, bool fromEnvironmentOnly, Findings findings)
    {
        if (fromEnvironmentOnly && !secret.Value.IsFromEnvironment)
            findings.Add(
                secret.At, $"on this host a {what} comes from a variable that is set: write ${{NAME}} and set NAME; a default in the "
                    + "file is no secret");
        if (secret.Value.Text.Length == 0)
            findings.Add(secret.At, $"this {what} is empty");
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
