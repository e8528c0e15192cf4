using System.Runtime.CompilerServices;
using Handoff.Leads;
using Handoff.People;

namespace Handoff.Mail.Tests;

/// <summary>The text part of a few mails, word for word, in <c>Snapshots</c>: to change one on purpose, delete its file and run the tests twice.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData(MessageKind.Offer, Language.En)]
    [InlineData(MessageKind.Accepted, Language.It)]
    [InlineData(MessageKind.Breach, Language.En)]
    [InlineData(MessageKind.Returned, Language.It)]
    [InlineData(MessageKind.Digest, Language.It)]
    public async Task The_text_part_reads_as_it_was_approved(MessageKind kind, Language language)
    {
        var mail = await Mails.RenderAsync(Given.Mail(kind, language));

        Matches($"{kind}-{language}.txt", $"{mail.Subject}\n\n{mail.Text}");
    }

    private static void Matches(string name, string actual, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Snapshots", name);
        if (File.Exists(file))
        {
            Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, actual);
        Assert.Fail($"{name} was not there and has been written: read it, then run the test again.");
    }
}
