using Handoff.Leads;
using Handoff.People;

namespace Handoff.Mail.Tests;

/// <summary>
/// The text part of a few mails, and both parts of the invitation, word for word, in <c>Snapshots</c>: to change one on purpose, delete
/// its file, run the test and move what it wrote there.
/// </summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData(MessageKind.Offer, "en")]
    [InlineData(MessageKind.Accepted, "it")]
    [InlineData(MessageKind.Breach, "en")]
    [InlineData(MessageKind.Returned, "it")]
    [InlineData(MessageKind.Digest, "it")]
    public async Task The_text_part_reads_as_it_was_approved(MessageKind kind, string tag)
    {
        var language = (Language)tag;
        var mail = await Mails.RenderAsync(Given.Mail(kind, language));

        Matches($"{kind}-{language}.txt", $"{mail.Subject}\n\n{mail.Text}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("de")]
    public async Task The_invitation_reads_as_it_was_approved_in_both_parts(string language)
    {
        var mail = await Mails.RenderAsync(GivenLetters.Meeting((Language)language));

        Matches($"Invitation-{language}.txt", $"{mail.Subject}\n\n{mail.Text}");
        Matches($"Invitation-{language}.html", mail.Html);
    }

    private static void Matches(string name, string actual)
    {
        var approved = Path.Combine(AppContext.BaseDirectory, "Snapshots", name);
        if (File.Exists(approved))
        {
            Assert.Equal(File.ReadAllText(approved).ReplaceLineEndings("\n"), actual);
            return;
        }

        var read = approved + ".new";
        Directory.CreateDirectory(Path.GetDirectoryName(read)!);
        File.WriteAllText(read, actual);
        Assert.Fail($"{name} is not approved: read {read}, and put it into the project's folder Snapshots under its name.");
    }
}
