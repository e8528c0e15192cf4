using Handoff.Local.Agreements;
using Handoff.Local.Verbs;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>Deadlines asked for at the command line.</summary>
public sealed class DueVerbTests
{
    [Theory]
    [InlineData("{}", "Say which calendar: --calendar ")]
    [InlineData("""{"calendar":""}""", "Say which calendar: --calendar ")]
    [InlineData("""{"calendar":"offce","from":"2026-11-30T09:00:00Z","within":"5m"}""", "There is no calendar 'offce'. Name one of: ")]
    [InlineData("""{"calendar":"office","within":"5m"}""", "Give --from as an instant")]
    [InlineData("""{"calendar":"office","from":"2026-11-30T09:00:00Z"}""", "Give --within as minutes, hours or working days")]
    [InlineData(
        """{"calendar":"office","from":"2026-11-30T09:00:00Z","within":"5m","clock":"wall"}""", "Give --clock as business or elapsed")]
    public void What_is_missing_in_a_question_is_said(string question, string says)
    {
        using var input = new StringReader(question);
        using var output = new StringWriter();

        var exit = DueVerb.Run(
            FolderLoader.Sample, new(null, null, null, null), jsonLines: true, Instant.FromUtc(2026, 11, 30, 9, 0), input, output);

        Assert.Equal(Tell.Wrong, exit);
        Assert.Contains(says, output.ToString(), StringComparison.Ordinal);
    }
}
