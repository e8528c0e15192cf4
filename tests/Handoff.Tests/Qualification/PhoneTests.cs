using System.Globalization;
using CsCheck;
using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

/// <summary>Numbers that people typed and programs changed: the number meant, or text, but never another person's.</summary>
public sealed class PhoneTests
{
    [Theory]
    [InlineData("3331234567.0")]
    [InlineData("3331234567,0")]
    [InlineData("3331234567.00")]
    [InlineData("3331234567,00")]
    [InlineData("3.331234567E9")]
    [InlineData("3.331234567E+09")]
    [InlineData("3,331234567E+09")]
    [InlineData("3.93331234567E11")]
    [InlineData("3.93331234567e+11")]
    [InlineData("3,93331234567E+11")]
    [InlineData("+3.93331234567E+11")]
    [InlineData("3.9333123456700E+11")]
    [InlineData("393331234567")]
    [InlineData("393331234567.0")]
    [InlineData("393331234567,0")]
    [InlineData("39 333 1234567")]
    [InlineData("+393331234567.0")]
    [InlineData("3,331,234,567")]
    [InlineData("3,331,234,567.00")]
    [InlineData("3.331.234.567")]
    [InlineData("3.331.234.567,00")]
    [InlineData("3 331 234 567,0")]
    [InlineData("3'331'234'567")]
    [InlineData("393,331,234,567")]
    [InlineData("'3331234567")]
    [InlineData("'+39 333 1234567")]
    [InlineData("’+393331234567")]
    [InlineData("=\"+393331234567\"")]
    [InlineData("\"3331234567\"")]
    [InlineData("00393331234567")]
    [InlineData("0039 333 1234567")]
    [InlineData("3331234567.")]
    [InlineData("３３３１２３４５６７")]
    [InlineData("\u202A+39 333 1234567\u202C")]
    [InlineData("Tel. 333 1234567")]
    [InlineData("cell:3331234567")]
    [InlineData("tel+393331234567")]
    [InlineData("Mario 333 1234567")]
    [InlineData("333 1234567 (Mario)")]
    [InlineData("333 1234567 solo mattina")]
    [InlineData("333 1234567 int. 12")]
    [InlineData("333 1234567x12")]
    [InlineData("333 1234567 / 06 12345678")]
    [InlineData("333 1234567; 06 12345678")]
    [InlineData("333 1234567 oppure 06 12345678")]
    [InlineData("333-1234567")]
    [InlineData("(333) 123.45.67")]
    [InlineData("333/1234567")]
    public void What_a_program_or_a_hand_made_of_a_number_is_still_the_number(string written) =>
        Assert.Equal("+393331234567", Read(written, "IT"));

    [Theory]
    [InlineData("3.93331E+11")]
    [InlineData("3,93331E+11")]
    [InlineData("3.93E+11")]
    [InlineData("3.33E9")]
    [InlineData("3.9333123456E11")]
    [InlineData("3.93331234567E12")]
    [InlineData("3.93331234567E-11")]
    [InlineData("+3.93331E+11")]
    [InlineData("3.93331 x 10^11")]
    [InlineData("3.93×10^11")]
    [InlineData("3331234567.5")]
    [InlineData("3331234567,45")]
    [InlineData("3,331,234,567.89")]
    [InlineData("-3331234567")]
    [InlineData("-1,234,861")]
    [InlineData("########")]
    [InlineData("#N/A")]
    [InlineData("NaN")]
    [InlineData("2024-05-06")]
    [InlineData("06/05/2024")]
    [InlineData("O6 12345678")]
    [InlineData("06 123456O")]
    [InlineData("06 I2345678")]
    [InlineData("06 12 Bob")]
    [InlineData("333 123 casa 4567")]
    [InlineData("mario3331234@mail.example")]
    [InlineData("Apt 12, 333 1234567")]
    [InlineData("79111234567")]
    [InlineData("12025550123")]
    [InlineData("1-800-FLOWERS")]
    [InlineData("+3331234567")]
    [InlineData("331,234")]
    [InlineData("3331234567mario")]
    public void What_could_be_another_persons_number_stays_text(string written)
    {
        var form = Given.Form(("email", "mia@firm.example"), ("phone", written));
        var usable = Assert.IsType<ContactResult.Usable>(Contact.Normalise(form, "IT"));

        Assert.Null(usable.Contact.Phone);
        Assert.Equal("phone", Assert.Single(usable.Remarks).Field);
    }

    [Theory]
    [InlineData("7911123456", "GB", "+447911123456")]
    [InlineData("447911123456", "GB", "+447911123456")]
    [InlineData("447911123456", "IT", "+447911123456")]
    [InlineData("4.47911123456E+11", "IT", "+447911123456")]
    [InlineData("2125550123.0", "US", "+12125550123")]
    [InlineData("1.2125550123E10", "US", "+12125550123")]
    [InlineData("12125550123", "US", "+12125550123")]
    [InlineData("393331234567", "US", "+393331234567")]
    [InlineData("393331234567", null, "+393331234567")]
    [InlineData("3331234567", null, null)]
    [InlineData("13012345678", "CN", "+8613012345678")]
    [InlineData("51987654321", "BR", "+5551987654321")]
    [InlineData("6.12345678E8", "FR", "+33612345678")]
    [InlineData("612345678,0", "FR", "+33612345678")]
    [InlineData("01 23 45 67 00", "FR", "+33123456700")]
    [InlineData("01.23.45.67.00", "FR", "+33123456700")]
    [InlineData("+39 06 1234567/8", "IT", "+39061234567")]
    [InlineData("+39 0331/123456", "IT", "+390331123456")]
    [InlineData("06.12345678", "IT", "+390612345678")]
    [InlineData("06,12345678", "IT", "+390612345678")]
    public void The_country_tells_what_is_missing_before_a_number(string written, string? country, string? e164) =>
        Assert.Equal(e164, Read(written, country));

    [Fact]
    public void Through_every_program_a_number_is_itself_or_text()
    {
        Func<long, string>[] programs =
        [
            number => $"{number}.0",
            number => $"{number},0",
            number => number.ToString("N0", CultureInfo.InvariantCulture),
            number => number.ToString("N2", CultureInfo.InvariantCulture),
            number => number.ToString("N2", CultureInfo.GetCultureInfo("de-DE")),
            number => ((double)number).ToString("E5", CultureInfo.InvariantCulture),
            number => ((double)number).ToString("0.#####E+00", CultureInfo.InvariantCulture),
            number => ((double)number).ToString("0.##########E0", CultureInfo.InvariantCulture),
            number => ((double)number).ToString("0.###########E+0", CultureInfo.InvariantCulture),
            number => ((double)number).ToString("E12", CultureInfo.InvariantCulture),
            number => $"'{number}",
            number => $"=\"{number}\"",
            number => $"{number}.{number % 9 + 1}",
            number => $"-{number}",
        ];
        Gen.Select(Gen.Long[3_200_000_000, 3_999_999_999], Gen.Bool, Gen.Int[0, programs.Length - 1]).Sample((own, withPrefix, which) =>
        {
            var number = withPrefix ? 390_000_000_000 + own : own;
            var read = Read(programs[which](number), "IT");

            return read is null || read == $"+39{own}";
        });
    }

    private static string? Read(string written, string? country) =>
        Given.Contact(Given.Form(("email", "mia@firm.example"), ("phone", written)), country).Phone;
}
