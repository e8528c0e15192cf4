using Handoff.News;
using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks how a channel writes into a CRM.</summary>
internal static class CrmMeaning
{
    /// <summary>The fields of a person that have a place in a CRM.</summary>
    public static readonly string[] Fields = ["email", "name", "phone", "company", "job_title", "message"];

    public static bool IsCrm(ChannelType type) => type is ChannelType.Hubspot or ChannelType.Salesforce;

    public static void Check(ChannelForm channel, StaffMeaning? staff, Findings findings)
    {
        if (!IsCrm(channel.Type.Value))
        {
            if (channel.Crm.IsWritten)
                findings.Add(channel.Crm.At, "'crm' is for hubspot and salesforce");
            return;
        }

        var isHubspot = channel.Type.Value == ChannelType.Hubspot;
        if (!isHubspot && !channel.Url.IsWritten)
            findings.Add(channel.Type.At, "'url' is missing: your own domain, such as https://acme.my.salesforce.com");
        if (channel.Secret.IsWritten)
            findings.Add(channel.Secret.At, "only a webhook is signed by this; the secrets of a CRM stand under 'crm'");
        foreach (var field in channel.Fields.Has ? channel.Fields.Value.Where(one => one.Has && !Fields.Contains(one.Value)) : [])
            findings.Add(field.At, $"'{ShownText.Quote(field.Value)}' has no place in a CRM; these have: {string.Join(", ", Fields)}");
        if (!channel.Crm.IsWritten)
            findings.Add(channel.Type.At, "'crm' is missing, by whose right the CRM is written to");
        if (channel.Crm.Has)
            Check(channel.Crm.Value, channel, isHubspot, staff, findings);
    }

    private static void Check(CrmForm crm, ChannelForm channel, bool isHubspot, StaffMeaning? staff, Findings findings)
    {
        if (isHubspot && !crm.Token.IsWritten)
            findings.Add(channel.Crm.At, "'token' is missing: the access token of a private app, as ${HANDOFF_HUBSPOT_TOKEN}");
        if (!isHubspot && !(crm.ClientId.IsWritten && crm.ClientSecret.IsWritten))
            findings.Add(channel.Crm.At, "'client_id' and 'client_secret' of a connected app are needed, each from a variable");
        foreach (var (word, value) in crm.Credentials.Where(one => one.Value.IsWritten))
        {
            if (isHubspot != word is "token" or "secret")
                findings.Add(value.At, $"'{word}' is for {(isHubspot ? "salesforce" : "hubspot")}");
            else if (value is { Has: true, Value.IsFromEnvironment: false })
                findings.Add(value.At, $"'{word}' comes from a variable that is set, such as ${{HANDOFF_CRM_{word.ToUpperInvariant()}}}: "
                    + "in the file it is no secret");
        }

        if (crm.Secret is { Has: true, Value.Length: > 2 })
            findings.Add(crm.Secret.At, "a channel has at most two secrets, while one replaces the other");
        if (crm is { AppId.IsWritten: true } && !isHubspot)
            findings.Add(crm.AppId.At, "'app_id' is for hubspot");
        if (crm is { ApiVersion.IsWritten: true } && isHubspot)
            findings.Add(crm.ApiVersion.At, "'api_version' is for salesforce");
        if (crm.Owners.Has && staff is not null)
            CheckOwners(crm, staff, findings);
    }

    private static void CheckOwners(CrmForm crm, StaffMeaning staff, Findings findings)
    {
        var named = crm.Owners.Value.Where(one => one.Name.Has).ToDictionary(
            one => new PersonId(Person.Normal(one.Name.Value)), one => one.Name.At);
        foreach (var (person, at) in named.Where(one => !staff.Knows(one.Key)))
            findings.Add(
                at, $"'{ShownText.Quote(person.Value)}' is not in people.yaml"
                    + Nearest.Hint(person.Value, staff.Reps.Select(rep => rep.Value)));
        foreach (var rep in staff.Reps.Where(rep => !named.ContainsKey(rep)))
            findings.Note(crm.Owners.At, $"'{rep}' has no owner in the CRM here: it keeps the owner that a record has");
    }
}
