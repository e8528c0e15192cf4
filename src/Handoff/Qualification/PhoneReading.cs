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

    /// <summary>Nearly every country's own numbers are shorter, so that one of so many digits begins with a country's prefix.</summary>
    private const int FewestWithPrefix = 12;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// Reads a number; null when it is none, or could be another person's. A number of the right length is enough ("possible"): ranges are
    /// opened faster than libraries learn. Where something was written around it, or a plus sign may have been lost, it must be in a known
    /// range.
    /// </summary>
    /// <param name="country">Where a number without prefix is dialled; null: only a number with its country's prefix can be read.</param>
    public static PhoneReading? Of(string text, string? country)
    {
        if (text.Length is < 3 or > Longest || PhoneText.Meant(text) is not { } meant)
            return null;
        if (meant.Digits.StartsWith("00", StringComparison.Ordinal))
            meant = meant with { Digits = string.Concat("+", meant.Digits.AsSpan(2)) };
        return meant.HasPlus ? Read(meant, null, isInternational: true) : Unprefixed(meant, country);
    }

    /// <summary>
    /// A number without plus sign is the country's own. Where it is in none of its ranges, but is a whole number of another country, the
    /// sign was lost. Where it is in ranges of both, or too short to tell, the country stays unknown.
    /// </summary>
    private static PhoneReading? Unprefixed(MeantNumber number, string? country)
    {
        var own = country is null ? null : Read(number, country, isInternational: false);
        var whole = new MeantNumber("+" + number.Digits, IsPlain: false);
        var abroad = number.Digits[0] == '0' ? null : Read(whole, null, isInternational: true);
        if (abroad is null || abroad.E164 == own?.E164)
            return own;
        var isOwn = own is not null && Read(number with { IsPlain = false }, country, isInternational: false) is not null;
        var isWhole = number.Digits.Length >= FewestWithPrefix;
        return isOwn ? isWhole ? null : own : isWhole ? abroad : null;
    }

    private static PhoneReading? Read(MeantNumber meant, string? country, bool isInternational)
    {
        try
        {
            var number = Library.Parse(meant.Digits, country);
            if (!(meant.IsPlain ? Library.IsPossibleNumber(number) : Library.IsValidNumber(number)))
                return null;
            var region = Library.GetRegionCodeForNumber(number);
            // The library also knows places that have no code of their own (Ascension: AC), and numbers of no place (001).
            var its = region is not null && Countries.IsCode(region) ? region : null;
            return new PhoneReading(Library.Format(number, PhoneNumberFormat.E164), its, isInternational);
        }
        catch (NumberParseException)
        {
            // The library's way to say that the text is not a number.
            return null;
        }
    }
}
