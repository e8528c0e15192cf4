using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Calendars;
using Handoff.People;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>The single values that the three files use.</summary>
internal static class Scalars
{
    /// <summary>In a schema: any value may be a reference to the environment instead.</summary>
    private const string Reference = @"\$\{";

    public static readonly Shape<Word> Word = new WordShape("a text");

    public static readonly Shape<string> Text = new ScalarShape<string>(
        "a text", static (string text, out string value) => (value = text.Trim()).Length > 0, static () =>
            new() { ["type"] = new JsonArray("string", "number", "boolean") });

    /// <summary>A field of a lead, as Handoff spells names: what a form calls <c>Job Title</c> is <c>job_title</c>.</summary>
    public static readonly NamePattern Field = new(
        "a field's name in small letters, digits and '_', such as job_title,", "^[^\\sA-Z-]+$", static text => IsField(text));

    public static readonly Shape<string> FieldName = new ScalarShape<string>(
        Field.Expected, static (string text, out string value) => IsField(value = text.Trim()), static () => Pattern("[^\\sA-Z-]+"));

    public static readonly Shape<bool> Flag = new ScalarShape<bool>(
        "true or false", static (string text, out bool value) => bool.TryParse(text, out value) && text.Trim() == text, static () =>
            new() { ["type"] = "boolean" });

    public static readonly Shape<Within> Length = new ScalarShape<Within>(
        "a length above zero such as 30m, 4h or 2d, of at most 366 days,", static (string text, out Within value) =>
            Within.TryParse(text, out value), static () => Pattern("[0-9]+[mhd]|[0-9]+h[0-9]+m"));

    public static readonly Shape<PersonId> Address =
        new ScalarShape<PersonId>("an e-mail address", TryAddress, static () => Pattern("\\s*[^@\\s]+@[^@\\s]+\\s*"));

    public static readonly Shape<decimal> Number = new ScalarShape<decimal>(
        "a number", TryNumber, static () => new() { ["type"] = new JsonArray("number", "string"), ["pattern"] = Reference });

    /// <summary>A whole number within bounds, both included.</summary>
    public static Shape<int> Whole(int least, int most) => new ScalarShape<int>(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
        () => new() { ["type"] = new JsonArray("integer", "string"), ["minimum"] = least, ["maximum"] = most, ["pattern"] = Reference });

    /// <summary>A share such as <c>50%</c>, in whole percents within bounds, both included.</summary>
    public static Shape<int> Percent(int least, int most) => new ScalarShape<int>(
        string.Create(CultureInfo.InvariantCulture, $"a share from {least}% to {most}%, such as 50%,"),
        (string text, out int value) =>
        {
            value = 0;
            return text.EndsWith('%')
                && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out value)
                && value >= least && value <= most;
        },
        () => Pattern("[0-9]+%"));

    /// <summary>One of the values of an enumeration, by its name in snake_case.</summary>
    public static Shape<T> Choice<T>()
        where T : struct, Enum =>
        Choice([.. Enum.GetValues<T>().Select(value => (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), value))]);

    /// <summary>One of a few words.</summary>
    public static Shape<T> Choice<T>(params (string Word, T Value)[] words)
        where T : notnull =>
        new ScalarShape<T>(
            string.Join(" or ", words.Select(word => $"'{word.Word}'")),
            (string text, out T value) =>
            {
                var found = words.FirstOrDefault(word => word.Word == text);
                value = found.Value;
                return found.Word is not null;
            },
            () => new()
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word.Word)]) },
                    new JsonObject { ["type"] = "string", ["pattern"] = Reference }),
            },
            text => Nearest.Hint(text, words.Select(word => word.Word)));

    /// <summary>In a schema: a text of this pattern as a whole, or a reference to the environment.</summary>
    public static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = $"^({pattern})$|{Reference}" };

    /// <summary>A number in digits with an optional sign and point.</summary>
    public static bool TryNumber(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    public static bool IsField(string text) =>
        text.Length > 0 && text.All(letter => letter == '_' || (char.IsLetterOrDigit(letter) && !char.IsUpper(letter)));

    private static bool TryAddress(string text, out PersonId value)
    {
        value = new(Person.Normal(text));
        return MailAddress.TryCreate(value.Value, out var address)
            && address.DisplayName.Length == 0
            && string.Equals(address.Address, value.Value, StringComparison.Ordinal)
            && value.Value.All(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter));
    }
}
