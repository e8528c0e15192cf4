using System.Globalization;
using System.Text;
using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

/// <summary>Names as standards, forms and people write them.</summary>
public sealed class CountryNameTests
{
    /// <summary>Every name of ISO 3166-1 and of the CLDR in five languages, once each.</summary>
    private static readonly (string Code, string Name)[] Names = [.. Read()];

    [Fact]
    public void Every_name_of_the_standard_and_of_five_languages_is_its_country()
    {
        Assert.Equal(249, Names.Select(one => one.Code).Distinct().Count());
        Assert.All(Names, one => Assert.Equal((one.Name, one.Code), (one.Name, Countries.Find(one.Name))));
    }

    [Fact]
    public void Each_may_be_turned_at_its_commas_and_its_of()
    {
        var turned = Names.SelectMany(one => Turned(one.Name).Select(name => (one.Code, Name: name)));

        Assert.All(turned, one => Assert.Equal((one.Name, one.Code), (one.Name, Countries.Find(one.Name))));
    }

    [Fact]
    public void Each_may_have_its_code_beside_it() =>
        Assert.All(Names, one => Assert.Equal((one.Name, one.Code), (one.Name, Countries.Find($"{one.Name} ({one.Code})"))));

    [Fact]
    public void With_another_word_behind_it_a_name_is_its_own_country_or_none()
    {
        string[] others =
            ["Equatorial", "Kinshasa", "North", "South", "Democratic", "Dem. Rep.", "American", "British", "Dutch part", "Eq.", "New"];

        Assert.All(
            Names.SelectMany(one => others.Select(other => (one.Code, Name: $"{one.Name}, {other}"))),
            one => Assert.True(
                Countries.Find(one.Name) is not { } found || found == one.Code
                    // "Congo, Kinshasa" and "St. Martin, Dutch part" are the other country's names.
                    || (one.Code, found) is ("CG", "CD") or ("MF", "SX")
                    || Names.Any(name => name.Code == found && Words(name.Name).IsSubsetOf(Words(one.Name))),
                $"{one.Name} is {Countries.Find(one.Name)}"));

        static HashSet<string> Words(string name) =>
            [.. Plain(name).Replace("Dem.", "Democratic").Replace("Rep.", "Republic").Split(' ', ',', '(', ')', '.')];

        static string Plain(string name) => string.Concat(
            name.Normalize(NormalizationForm.FormKD).Where(one => char.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark));
    }

    [Theory]
    [InlineData("Congo, The Democratic Republic of the", "CD")]
    [InlineData("Congo (Democratic Republic of the)", "CD")]
    [InlineData("Congo (the Democratic Republic of the)", "CD")]
    [InlineData("Congo, Dem. Rep.", "CD")]
    [InlineData("Congo, Dem. Rep. of the (Kinshasa)", "CD")]
    [InlineData("DR Congo", "CD")]
    [InlineData("Congo (Kinshasa)", "CD")]
    [InlineData("Congo", "CG")]
    [InlineData("Congo, Rep.", "CG")]
    [InlineData("Congo - Brazzaville", "CG")]
    [InlineData("Korea (Democratic People's Republic of)", "KP")]
    [InlineData("Korea (the Democratic People's Republic of)", "KP")]
    [InlineData("Korea, Dem. People’s Rep.", "KP")]
    [InlineData("Korea, North", "KP")]
    [InlineData("Korea (the Republic of)", "KR")]
    [InlineData("Korea, South", "KR")]
    [InlineData("Seoul, Korea (KR)", "KR")]
    [InlineData("Hong Kong, China", "HK")]
    [InlineData("Hong Kong SAR, China", "HK")]
    [InlineData("China, Hong Kong Special Administrative Region", "HK")]
    [InlineData("Macau (China)", "MO")]
    [InlineData("Taiwan, China", "TW")]
    [InlineData("Taiwan (Province of China)", "TW")]
    [InlineData("Taiwan, Republic of China", "TW")]
    [InlineData("Shanghai, China", "CN")]
    [InlineData("China, People's Republic of", "CN")]
    [InlineData("Guinea, Equatorial", "GQ")]
    [InlineData("Guinea Bissau", "GW")]
    [InlineData("Guinea (Conakry)", "GN")]
    [InlineData("New Guinea, Papua", "PG")]
    [InlineData("Samoa, American", "AS")]
    [InlineData("Saint Martin (French part)", "MF")]
    [InlineData("St. Martin (Dutch part)", "SX")]
    [InlineData("Virgin Islands, U.S.", "VI")]
    [InlineData("Virgin Islands (U.S.)", "VI")]
    [InlineData("Virgin Islands, British", "VG")]
    [InlineData("Dominican Rep.", "DO")]
    [InlineData("Dominica, Commonwealth of", "DM")]
    [InlineData("Niger (the)", "NE")]
    [InlineData("Nigeria, Federal Republic of", "NG")]
    [InlineData("Georgia, USA", "US")]
    [InlineData("Atlanta, Georgia, United States", "US")]
    [InlineData("South Georgia", null)]
    [InlineData("Bolivia (Plurinational State of)", "BO")]
    [InlineData("Iran (Islamic Republic of)", "IR")]
    [InlineData("Micronesia, Fed. States of", "FM")]
    [InlineData("Moldova (the Republic of)", "MD")]
    [InlineData("Tanzania, the United Republic of", "TZ")]
    [InlineData("Falkland Islands (the) [Malvinas]", "FK")]
    [InlineData("Holy See (Vatican City State)", "VA")]
    [InlineData("Puerto Rico (US)", "PR")]
    [InlineData("La Réunion, France", "RE")]
    [InlineData("St. Kitts & Nevis", "KN")]
    [InlineData("Il Regno Unito", "GB")]
    [InlineData("Repubblica Ceca", "CZ")]
    [InlineData("N. Korea", "KP")]
    [InlineData("S. Sudan", "SS")]
    [InlineData("U.S.A", "US")]
    [InlineData("IT-MI", "IT")]
    [InlineData("Ireland, Northern", "GB")]
    [InlineData("Dublin, Ireland", "IE")]
    [InlineData("Amsterdam, Netherlands", "NL")]
    [InlineData("San Francisco, CA, USA", "US")]
    [InlineData("20121 Milano - Italy", "IT")]
    public void A_name_may_be_turned_and_have_articles(string written, string? code) => Assert.Equal(code, Countries.Find(written));

    [Theory]
    [InlineData("Congo (Léopoldville region)")]
    [InlineData("Seoul, Korea")]
    [InlineData("Atlanta, Georgia")]
    [InlineData("Virgin Islands")]
    [InlineData("Samoa, Pacific")]
    [InlineData("Guinea, Eq.")]
    [InlineData("Sudan (So.)")]
    [InlineData("E. Guinea")]
    [InlineData("FR-CH")]
    [InlineData("San Francisco, CA")]
    [InlineData("Indianapolis, IN")]
    [InlineData("Palermo (PA)")]
    [InlineData("Cagliari - CA")]
    [InlineData("IT-PA")]
    [InlineData("Italy / France")]
    [InlineData("Netherlands Antilles")]
    [InlineData("New Mexico")]
    [InlineData("opt-in")]
    [InlineData("(the)")]
    [InlineData("of, the")]
    public void What_could_be_another_country_is_none(string written) => Assert.Null(Countries.Find(written));

    [Theory]
    [InlineData("it_IT.UTF-8", "IT")]
    [InlineData("en-us", "US")]
    [InlineData("EN-GB", "GB")]
    [InlineData("zh-Hant-TW", "TW")]
    [InlineData("US-CA", "US")]
    [InlineData("de-DE", "DE")]
    [InlineData("DE-DE", "DE")]
    [InlineData("DE - Deutschland", "DE")]
    public void A_locale_tells_its_region(string written, string code) => Assert.Equal(code, Countries.Find(written));

    private static IEnumerable<string> Turned(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && !name.AsSpan(comma + 1).Contains(','))
            yield return $"{name[(comma + 1)..].Trim()} {name[..comma]}";
        var of = name.LastIndexOf(" of ", StringComparison.Ordinal);
        if (of > 0 && comma < 0 && !name.Contains('(', StringComparison.Ordinal))
        {
            yield return $"{name[(of + 4)..]}, {name[..of]} of";
            yield return $"{name[(of + 4)..]} (the {name[..of]} of)";
        }
    }

    private static IEnumerable<(string Code, string Name)> Read()
    {
        using var lines = new StreamReader(typeof(CountryNameTests).Assembly.GetManifestResourceStream("country-names.tsv")!);
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var code, _, var name])
                yield return (code, name);
        }
    }
}
