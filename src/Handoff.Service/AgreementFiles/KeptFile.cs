using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Yaml;
using Handoff.Service.People;

namespace Handoff.Service.AgreementFiles;

/// <summary>
/// A file as it is kept when it comes into force: what it says as JSON, which is YAML too, before <c>${NAME}</c> is replaced. Comments and
/// layout are no content. A source's key or secret that the file itself holds, a default included, is left out. People stand in it by
/// their ids, so that they can be forgotten.
/// </summary>
internal static class KeptFile
{
    /// <summary>What stands in the place of a key that the file holds.</summary>
    public const string Secret = "${HANDOFF_KEY_NOT_KEPT:-not-kept}";

    /// <summary>The domain of the addresses that stand for ids: nobody can have one.</summary>
    public const string IdDomain = "@person.invalid";

    private const int LongestLocal = 64;

    private static readonly FrozenSet<string> OfSources = new[]
    {
        SourcesForm.File + "/sources/key", SourcesForm.File + "/sources/secret",
        SourcesForm.File + "/sources/captcha/secret", SourcesForm.File + "/sources/fetch/token",
        ChannelsForm.File + "/channels/url", ChannelsForm.File + "/channels/secret",
        ChannelsForm.File + "/channels/crm/token", ChannelsForm.File + "/channels/crm/client_id",
        ChannelsForm.File + "/channels/crm/client_secret", ChannelsForm.File + "/channels/crm/secret",
        PeopleForm.File + "/teams/reps/busy", PeopleForm.File + "/people/busy",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Of these what they say counts, not the variable that says it: a default would hold the address.
    private static readonly FrozenSet<string> OfPeople = new[]
    {
        AgreementForm.File + "/signed/marketing", AgreementForm.File + "/signed/sales",
        AgreementForm.File + "/alignment/meeting/organizer",
        PeopleForm.File + "/people/email", PeopleForm.File + "/people/name",
        PeopleForm.File + "/teams/reps/email", PeopleForm.File + "/teams/reps/name",
        PeopleForm.File + "/teams/manager", PeopleForm.File + "/teams/deputy", PeopleForm.File + "/teams/director",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Folds = ["\r\n ", "\r\n\t", "\n ", "\n\t"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string name, YamlNode root) => Json(root, name)!.ToJsonString(Plain);

    /// <summary>
    /// The file with <c>ID@person.invalid</c> in the place of each person's address, wherever it stands, and the id in the place of the
    /// name beside it. Read again it says the same of the same people.
    /// </summary>
    public static string WithIds(string name, string text, IReadOnlyDictionary<string, PersonId> byAddress)
    {
        if (name.EndsWith(".ics", StringComparison.Ordinal))
            return Replace(Unfolded(text), byAddress);
        return WithIds(JsonNode.Parse(text), byAddress)!.ToJsonString(Plain);
    }

    /// <summary>The file with each person's address in the place of <c>ID@person.invalid</c>; of who was forgotten it stays.</summary>
    public static string WithAddresses(string text, IReadOnlyDictionary<PersonId, Colleague> directory)
    {
        if (!text.Contains(IdDomain, StringComparison.Ordinal))
            return text;
        return directory.Where(one => one.Value.Former == 0).Aggregate(text, (all, one) => all.Replace(
            one.Key.Value + IdDomain, JsonEncodedText.Encode(one.Value.Address, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            StringComparison.Ordinal));
    }

    private static JsonNode? WithIds(JsonNode? node, IReadOnlyDictionary<string, PersonId> byAddress) => node switch
    {
        JsonObject entry => new JsonObject(entry.Select(one => KeyValuePair.Create(
            Replace(one.Key, byAddress),
            one.Key == "name" && PersonIn(entry, byAddress) is { } id ? id.Value : WithIds(one.Value, byAddress)))),
        JsonArray list => new JsonArray([.. list.Select(one => WithIds(one, byAddress))]),
        JsonValue value => Replace(value.GetValue<string>(), byAddress),
        _ => null,
    };

    private static PersonId? PersonIn(JsonObject entry, IReadOnlyDictionary<string, PersonId> byAddress) =>
        entry["email"] is JsonValue email && byAddress.TryGetValue(Person.Normal(email.GetValue<string>()), out var id) ? id : null;

    /// <summary>Replaces a text that is an address, or every address in it. No pattern: a text may be long.</summary>
    private static string Replace(string text, IReadOnlyDictionary<string, PersonId> byAddress)
    {
        if (byAddress.TryGetValue(Person.Normal(text), out var whole))
            return whole + IdDomain;
        var (replaced, done) = (new StringBuilder(), 0);
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var (first, end) = (at, at + 1);
            while (first > done && at - first < LongestLocal && IsLocal(text[first - 1]))
                first--;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            while (!char.IsLetterOrDigit(text[end - 1]) && end > at + 1)
                end--;
            // A mark before the address, such as a quotation mark, may be a part of one.
            while (first < at && !byAddress.ContainsKey(Person.Normal(text[first..end])) && !char.IsLetterOrDigit(text[first]))
                first++;
            if (!byAddress.TryGetValue(Person.Normal(text[first..end]), out var id))
                continue;
            replaced.Append(text, done, first - done).Append(id.Value).Append(IdDomain);
            done = end;
        }

        return replaced.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The lines of a calendar file that are continued on the next, on one.</summary>
    private static string Unfolded(string text) =>
        Folds.Aggregate(text, (all, fold) => all.Replace(fold, "", StringComparison.Ordinal));

    private static bool IsLocal(char letter) => char.IsLetterOrDigit(letter) || ".!#$%&'*+/=?^_`{|}~-".Contains(letter);

    private static JsonNode? Json(YamlNode node, string path) => node switch
    {
        YamlNode.Mapping mapping => new JsonObject(mapping.Entries.Select(
            entry => KeyValuePair.Create(entry.Key.Raw, Json(entry.Value, $"{path}/{entry.Key.Raw}")))),
        YamlNode.Sequence sequence => new JsonArray([.. sequence.Items.Select(item => Json(item, path))]),
        YamlNode.Scalar { IsNothing: true } => null,
        YamlNode.Scalar scalar => OfSources.Contains(path) && !IsReference(scalar.Raw) ? Secret
            : OfPeople.Contains(path) ? scalar.Value : scalar.Raw,
        _ => throw new InvalidOperationException("A YAML node is a scalar, a sequence or a mapping."),
    };

    private static bool IsReference(string raw) =>
        raw.StartsWith("${", StringComparison.Ordinal) && raw.IndexOf('}', StringComparison.Ordinal) == raw.Length - 1
        && !raw.Contains(":-", StringComparison.Ordinal);
}
