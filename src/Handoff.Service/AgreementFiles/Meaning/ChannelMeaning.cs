using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.News;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks the channels against each other, themselves and the agreement.</summary>
internal static class ChannelMeaning
{
    private const string SecretPrefix = "whsec_";
    private const int LeastSecret = 24;
    private const int MostSecret = 64;

    // What a channel's condition may ask: nothing personal decides whether news leave.
    private static readonly ImmutableArray<string> Asked = ["tier", "score", "source", "team", "country", "language"];

    public static void Check(
        ChannelsForm form, AgreementForm? agreement, StaffMeaning? staff, bool secretsFromEnvironmentOnly, Findings findings)
    {
        if (!form.Channels.Has)
            return;
        var channels = form.Channels.Value.Where(channel => channel.Has).Select(channel => channel.Value).ToArray();
        Names.Unique(channels.Select(channel => channel.Name), "channel", findings);
        var dimensions = agreement is null || agreement.Dimensions is { IsWritten: true, Has: false } ? null
            : DimensionMeaning.Build(agreement.Dimensions).Select(one => one.Name).ToArray();
        foreach (var channel in channels.Where(channel => channel.Type.Has))
        {
            var isCrm = CrmMeaning.IsCrm(channel.Type.Value);
            CheckAddress(channel, secretsFromEnvironmentOnly, findings);
            CrmMeaning.Check(channel, staff, findings);
            if (!isCrm)
                CheckSecrets(channel, secretsFromEnvironmentOnly, findings);
            if (!isCrm && channel is { Type.Value: not ChannelType.Webhook, Fields.IsWritten: true })
                findings.Add(channel.Fields.At, "a chat gets no field of the person: everybody in it would read it");
            if (channel.When.Has && dimensions is not null)
                CheckCondition(channel.When, dimensions, findings);
        }
    }

    private static void CheckAddress(ChannelForm channel, bool fromEnvironmentOnly, Findings findings)
    {
        if (!channel.Url.IsWritten && !CrmMeaning.IsCrm(channel.Type.Value))
            findings.Add(channel.Type.At, "'url' is missing: where it is sent");
        if (!channel.Url.Has)
            return;
        var isPrivate = channel.AllowPrivate is { Has: true, Value: true };
        if (!Uri.TryCreate(channel.Url.Value.Text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (isPrivate && uri.Scheme == Uri.UriSchemeHttp)))
        {
            findings.Add(
                channel.Url.At, isPrivate ? "an address such as http://crm.internal/hooks is expected"
                    : "an address such as https://hooks.example.com/handoff is expected; http is only for 'allow_private: true'");
        }
        else if (channel.Type.Value is ChannelType.Slack or ChannelType.Teams
            && fromEnvironmentOnly && !channel.Url.Value.IsFromEnvironment)
        {
            findings.Add(channel.Url.At, "on this host the address of a chat comes from a variable that is set: it is a secret");
        }
    }

    private static void CheckSecrets(ChannelForm channel, bool fromEnvironmentOnly, Findings findings)
    {
        if (channel.Type.Value != ChannelType.Webhook)
        {
            if (channel.Secret.IsWritten)
                findings.Add(channel.Secret.At, "only a webhook is signed; of a chat the address is the secret");
            return;
        }

        if (!channel.Secret.IsWritten)
            findings.Add(channel.Type.At, "'secret' is missing, by which the receiver knows that it is us");
        if (!channel.Secret.Has)
            return;
        if (channel.Secret.Value.Length > 2)
            findings.Add(channel.Secret.At, "a channel has at most two secrets, while one replaces the other");
        foreach (var secret in channel.Secret.Value.Where(secret => secret.Has))
        {
            if (fromEnvironmentOnly && !secret.Value.IsFromEnvironment)
                findings.Add(secret.At, "on this host a secret comes from a variable that is set: a default in the file is no secret");
            if (!IsSecret(secret.Value.Text))
                findings.Add(
                    secret.At, $"'whsec_' and {LeastSecret} to {MostSecret} bytes in base64 are expected (standardwebhooks.com)");
        }
    }

    private static bool IsSecret(string text)
    {
        var base64 = text.StartsWith(SecretPrefix, StringComparison.Ordinal) ? text[SecretPrefix.Length..] : text;
        return Convert.TryFromBase64String(base64, new byte[base64.Length], out var length) && length is >= LeastSecret and <= MostSecret;
    }

    private static void CheckCondition(Field<ConditionForm> when, string[] dimensions, Findings findings)
    {
        string[] known = [.. Asked, .. dimensions];
        foreach (var field in when.Value.Condition.Tests.Select(test => test.Field).Distinct(StringComparer.Ordinal))
        {
            if (!known.Contains(field, StringComparer.Ordinal))
                findings.Add(
                    when.At, $"'{ShownText.Quote(field)}' does not decide about a channel{Nearest.Hint(field, known)}; "
                        + $"these do: {string.Join(", ", known.Distinct(StringComparer.Ordinal))}");
        }

        foreach (var list in when.Value.Condition.Tests.Where(test => test is FieldTest.InList or FieldTest.NotInList))
            findings.Add(when.At, $"lists are the agreement's; name the values of '{list.Field}' here");
    }
}
