using Handoff.People;
using Handoff.Processes;

namespace Handoff.Mail.Tests;

/// <summary>What the heads are told of an agreement that is to be signed.</summary>
public sealed class ProposalMailTests
{
    public static TheoryData<LetterKind, Language> Every()
    {
        var every = new TheoryData<LetterKind, Language>();
        foreach (var kind in GivenLetters.ProposalKinds)
        {
            foreach (var language in Language.All)
                every.Add(kind, language);
        }

        return every;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task It_names_the_version_and_has_one_button(LetterKind kind, Language language)
    {
        var mail = await Mails.RenderAsync(GivenLetters.Proposal(kind, language));

        Assert.Contains("2027-01", mail.Subject, StringComparison.Ordinal);
        var link = kind is LetterKind.Proposal or LetterKind.ProposalReminder ? "https://handoff.acme.example/agreement/sign"
            : "https://handoff.acme.example/agreement";
        Assert.Contains(link, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "It does not act before both heads have signed it.", "Not signed yet by: Giulia Ferri and Paolo Conti.",
        "not before Friday 1 January 2027")]
    [InlineData("it", "Non vale finché entrambi i direttori non l'hanno firmato.",
        "Non ancora firmato da: Giulia Ferri e Paolo Conti.",
        "non prima di venerdì 1º gennaio 2027")]
    public async Task It_says_what_would_change_who_is_missing_and_from_when(string tag, params string[] says)
    {
        var language = (Language)tag;
        var mail = await Mails.RenderAsync(GivenLetters.Proposal(LetterKind.Proposal, language));

        Assert.All([.. says, "The accept clock of hot leads: 10 minutes, was 5 minutes."],
            text => Assert.Contains(text, mail.Text, StringComparison.Ordinal));
    }
}
