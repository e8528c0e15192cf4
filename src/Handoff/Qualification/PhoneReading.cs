using PhoneNumbers;

namespace Handoff.Qualification;

/// <summary>A telephone number that can be dialled from anywhere.</summary>
/// <param name="E164">The number in E.164, such as <c>+390612345678</c>; an extension is not part of it.</param>
/// <param name="Country">ISO 3166 alpha-2 of the number's country; null where it belongs to none.</param>
/// <param name="IsInternational">Whether it was written with the country's prefix, and so tells the country.</param>
internal sealed record PhoneReading(string E164, string? Country, bool IsInternational)
{
    /// <summary>Longer texts are not tried; the library's own limit is 250.</summary>
    private const int Longest = 100;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// Reads a number; null when it is none. A number of the right length is enough ("possible"): ranges are opened faster than libraries learn.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="country">Where a number without prefix is dialled; null: only a number with its country's prefix can be read.</param>
    public static PhoneReading? Of(string text, string? country)
    {
        if (text.Length is < 3 or > Longest)
            return null;
        var dialled = text.StartsWith("00", StringComparison.Ordinal) ? string.Concat("+", text.AsSpan(2)) : text;
        try
        {
            var number = Library.Parse(dialled, country);
            if (!Library.IsPossibleNumber(number))
                return null;
            var region = Library.GetRegionCodeForNumber(number);
            // The library also knows places that have no code of their own (Ascension: AC), and numbers of no place (001).
            var its = region is not null && Countries.IsCode(region) ? region : null;
            return new PhoneReading(Library.Format(number, PhoneNumberFormat.E164), its, IsPrefixed(dialled));
        }
        catch (NumberParseException)
        {
            // The library's way to say that the text is not a number.
            return null;
        }
    }

    private static bool IsPrefixed(string dialled)
    {
        foreach (var character in dialled)
        {
            if (character is '+' or '\uFF0B')
                return true;
            if (char.IsDigit(character))
                return false;
        }

        return false;
    }
}
