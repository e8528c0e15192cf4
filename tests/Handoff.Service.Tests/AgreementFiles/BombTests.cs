using System.Globalization;
using Handoff.Service.AgreementFiles;
using Handoff.Service.AgreementFiles.Meaning;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>
/// Files that are small and ask for much: each is refused with what to do, with little memory. How much is counted; how long is not, so
/// that no test depends on the machine.
/// </summary>
public sealed class BombTests
{
    private const long Mebibyte = 1 << 20;

    public static TheoryData<string, string> Rules => new()
    {
        { "FREQ=SECONDLY", "recurs more often than daily" },
        { "FREQ=HOURLY;COUNT=2", "recurs more often than daily" },
        { "FREQ=DAILY", "recur too often until 2100" },
        { "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "recur too often until 2100" },
        { "FREQ=DAILY;COUNT=2147483647", "recur too often until 2100" },
        { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "until 2100" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Hundreds_of_events_that_recur_for_ever_are_refused_before_they_are_followed(string rule, string says)
    {
        var calendar = Calendar(Enumerable.Range(0, 300).Select(number => Event(number, "19500101", rule)));

        Assert.InRange(Allocated(() => Assert.Contains(says, Wrong(calendar), StringComparison.Ordinal)), 0, 300 * Mebibyte);
    }

    [Theory]
    [InlineData("00010101")]
    [InlineData("18991231")]
    public void An_event_that_recurs_since_long_ago_is_refused(string start) =>
        Assert.Equal("line 8: the event of line 4: an event that recurs begins before 1900", Wrong(Calendar([Event(1, start,
            "FREQ=DAILY")])));

    [Fact]
    public void What_companies_write_is_read()
    {
        string[] rules =
            ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "FREQ=DAILY;COUNT=14",
            "FREQ=MONTHLY;BYDAY=1FR", "FREQ=WEEKLY;BYDAY=SU"];
        Assert.NotNull(
            Holidays.Read(
            Calendar(
            Enumerable.Range(0, 5).SelectMany(times => rules.Select((rule, number) => Event((times * 10) + number, "20200103", rule)))),
            out _));
        Assert.NotNull(Holidays.Read(Calendar(Enumerable.Range(0, 366).Select(number => Event(number, "19700101", "FREQ=YEARLY"))), out _));
        Assert.NotNull(Holidays.Read(Calendar([Event(1, "20260101", "FREQ=DAILY")]), out _));
    }

    [Fact]
    public void A_rule_that_only_goes_wrong_in_some_year_is_told_when_the_file_is_read()
    {
        var calendar = Calendar([Event(1, "20010101", "FREQ=MONTHLY;BYDAY=0FR;UNTIL=20050101")]);

        Assert.NotEmpty(Wrong(calendar));
    }

    [Fact]
    public void Many_large_calendars_in_one_folder_say_so_and_no_more()
    {
        var nested = string.Concat(Enumerable.Repeat("BEGIN:VEVENT\r\n", 60_000));

        Assert.InRange(Allocated(() => Assert.NotEmpty(Wrong("BEGIN:VCALENDAR\r\n" + nested))), 0, 600 * Mebibyte);
    }

    [Theory]
    [InlineData("agreement.yaml")]
    [InlineData("people.yaml")]
    [InlineData("sources.yaml")]
    public void A_long_text_that_is_wrong_in_tens_of_thousands_of_places_is_told_shortly(string file)
    {
        var bomb = $"a: &a \"{new string('x', 500_000)}\"\nsources: [{string.Join(
            ", ", Enumerable.Repeat("*a", 40_000))}]\nteams: [*a]\ntiers: [*a]\n";
        var told = Array.Empty<string>();

        var allocated = Allocated(() => told = [.. Acme.Mistakes(Acme.Files.SetItem(file, bomb))]);

        Assert.NotEmpty(told);
        Assert.All(told, mistake => Assert.InRange(mistake.Length, 1, 1_000));
        Assert.InRange(allocated, 0, 200 * Mebibyte);
    }

    [Fact]
    public void Of_tens_of_thousands_of_mistakes_a_thousand_are_told()
    {
        var many = string.Concat(
            Enumerable.Range(0, 24_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"unknown{number}: 1\n")));

        var told = Acme.Mistakes(Acme.Files.SetItem("sources.yaml", many)).ToArray();

        Assert.Equal(Findings.MostTold + 1, told.Length);
        Assert.Contains(
            told, mistake => mistake.EndsWith("there are more mistakes than are told; correct these first", StringComparison.Ordinal));
    }

    [Fact]
    public void Exceptional_dates_of_centuries_are_refused()
    {
        var extra = string.Concat(
            Enumerable.Range(0, 5_000)
            .Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"      \"2000-01-01..2100-12-{1 + (number % 31):00}\": [\"09:00-10:00\"]\n"))
            .Distinct(StringComparer.Ordinal));
        var files = Acme.Files.With("people.yaml", "    closed: [\"2026-08-10..2026-08-21\", \"2026-12-24\"]\n", $"    extra:\n{extra}");

        Assert.InRange(
            Allocated(
            () => Assert.Contains(Acme.Mistakes(files), mistake => mistake.Contains("are more than 40000 days", StringComparison.Ordinal))),
            0, 200 * Mebibyte);
    }

    [Theory]
    [InlineData("? [[[[")]
    [InlineData("a: |\n\t b")]
    [InlineData("\u0001")]
    [InlineData("%TAG ! tag:x,2000:\n---\n!x")]
    [InlineData("&a &b c")]
    [InlineData("- \n-\t- ?")]
    [InlineData("{a, b: *c, ? d}")]
    public void What_is_hardly_YAML_is_a_mistake_and_no_failure(string text) =>
        Assert.NotEmpty(Acme.Mistakes(Acme.Files.SetItem("sources.yaml", text)));

    [Fact]
    public void A_device_that_never_ends_is_not_read()
    {
        if (!File.Exists("/dev/zero"))
            return;
        var folder = Directory.CreateTempSubdirectory("handoff-").FullName;
        try
        {
            foreach (var name in new[] { "agreement.yaml", "people.yaml", "sources.yaml" })
                File.CreateSymbolicLink(Path.Combine(folder, name), "/dev/zero");
            var read = Assert.IsType<FolderReading.Refused>(AgreementFolderReader.Read(folder, Acme.NothingSet, Acme.AsOf));
            Assert.All(read.Mistakes, mistake => Assert.Equal("this is no ordinary file", mistake.Message));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Wrong(string calendar)
    {
        Assert.Null(Holidays.Read(calendar, out var wrong));
        return wrong;
    }

    private static long Allocated(Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Calendar(IEnumerable<string> events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Handoff//Tests//EN\r\n{string.Concat(events)}END:VCALENDAR\r\n";

    private static string Event(int number, string start, string rule) => string.Create(
        CultureInfo.InvariantCulture,
            $"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:{start}\r\nRRULE:{rule}\r\nEND:VEVENT\r\n");
}
