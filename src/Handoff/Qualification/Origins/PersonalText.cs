using System.Collections.Immutable;
using System.Text;
using Handoff.Agreements;

namespace Handoff.Qualification.Origins;

/// <summary>
/// Keeps personal data out of what stays for ever: knows the name, the addresses, the phone and the company of one lead, and lets no value
/// pass that is among them or has one of them in it.
/// </summary>
internal sealed class PersonalText
{
    private const int Longest = 64;
    private const int MostDigitsInARow = 5;

    /// <summary>More digits than a date has, whatever stands between them, are a number that reaches somebody.</summary>
    private const int MostDigits = 8;

    private static readonly string[] Places = ["address", "street", "street_address", "address_line_1", "indirizzo", "via"];

    private static readonly string[] LegalForms =
        ["srl", "srls", "spa", "sas", "snc", "gmbh", "ag", "ltd", "limited", "inc", "llc", "sa", "sarl", "bv", "co", "plc"];

    /// <summary>What stands before the @ of an address that belongs to no person.</summary>
    private static readonly string[] Desks =
        ["info", "sales", "office", "contact", "hello", "mail", "marketing", "admin", "support", "vendite", "commerciale", "ufficio"];

    private readonly ImmutableArray<(string Words, string Squeezed)> _whole;
    private readonly ImmutableArray<string> _parts;
    private readonly string _phone;

    public PersonalText(LeadForm form, Contact contact)
    {
        string?[] names = [contact.Name, form[KnownFields.Name], form[KnownFields.FirstName], form[KnownFields.LastName]];
        string?[] companies = [contact.Company, form[KnownFields.Company]];
        string?[] addresses = [contact.Email, form[KnownFields.Email], .. Places.Select(field => form[field])];
        _whole = [.. Folded([.. names, .. companies, .. addresses]).Select(words => (words, Squeezed(words)))];
        var local = Folded([contact.Email?.Split('@')[0]]).ToArray();
        var words = Folded(names).Concat(local).SelectMany(Split).Where(word => word.Length >= 3 || !Ascii.IsValid(word));
        var runs = Folded(names).Concat(local).Select(Squeezed).Concat(Folded([.. companies, OwnDomain(contact)]).Select(WithoutLegalForm));
        _parts = [.. words.Concat(runs.Where(IsTelling)).Except(Desks, StringComparer.Ordinal)];
        _phone = Digits(contact.Phone ?? form[KnownFields.Phone] ?? "");
    }

    /// <summary>
    /// The value in lower case, trimmed; <c>other</c> where it may be personal: longer than 64 characters, with an <c>@</c>, with six
    /// digits in a row, or alike to what names or reaches the lead. Null for an empty one.
    /// </summary>
    public string? Passed(string value)
    {
        var text = Decoded(value).Trim();
        if (text.Length == 0)
            return null;
        return IsPersonal(text) ? Dimension.Other : text.ToLowerInvariant();
    }

    private bool IsPersonal(string text)
    {
        if (text.Length > Longest)
            return true;
        var folded = FoldedText.Of(text);
        if (folded.Contains('@', StringComparison.Ordinal) || HasLongNumber(folded))
            return true;
        var words = FoldedText.Words(folded);
        var squeezed = Squeezed(words);
        return squeezed.Length == 0 || IsIn(words, squeezed) || Holds(words, squeezed);
    }

    /// <summary>The value is seen in the name, an address or the company.</summary>
    private bool IsIn(string words, string squeezed) => _whole.Any(
        whole => squeezed.Length >= 4 ? whole.Squeezed.Contains(squeezed, StringComparison.Ordinal) : HasWords(whole.Words, words));

    /// <summary>The value has the name, an address or the company in it.</summary>
    private bool Holds(string words, string squeezed) => _parts.Any(
        part => IsTelling(part) ? squeezed.Contains(part, StringComparison.Ordinal) : HasWords(words, part));

    private bool HasLongNumber(string text)
    {
        var run = 0;
        foreach (var character in text)
        {
            run = char.IsDigit(character) ? run + 1 : 0;
            if (run > MostDigitsInARow)
                return true;
        }

        var digits = Digits(text);
        return digits.Length > MostDigits || (digits.Length > MostDigitsInARow && _phone.Contains(digits, StringComparison.Ordinal));
    }

    /// <summary>What a link or a form plugin left encoded, as it was meant.</summary>
    private static string Decoded(string value)
    {
        var text = value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;
        return CleanText.Of(text, isFreeText: false);
    }

    private static IEnumerable<string> Folded(IEnumerable<string?> texts) =>
        texts.OfType<string>().Select(FoldedText.Words).Where(words => words.Length > 0).Distinct(StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split(' ');

    private static string Squeezed(string words) => words.Replace(" ", "", StringComparison.Ordinal);

    private static string WithoutLegalForm(string words) =>
        string.Concat(Split(words).Where(word => word.Length > 1 && !LegalForms.Contains(word, StringComparer.Ordinal)));

    /// <summary>The company's part of a domain of its own, or null.</summary>
    private static string? OwnDomain(Contact contact) =>
        contact.EmailDomain is { } domain && !EmailDomains.IsIn(EmailDomains.FreeMail, domain)
            ? domain[..Math.Max(0, domain.LastIndexOf('.'))]
            : null;

    private static bool HasWords(string text, string words) => $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Long enough to be looked for within other words; scripts without spaces need few characters.</summary>
    private static bool IsTelling(string squeezed) => squeezed.Length >= 4 || (squeezed.Length >= 2 && !Ascii.IsValid(squeezed));

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
}
