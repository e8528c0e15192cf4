using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Mail;

namespace Handoff.Mail.Tests;

/// <summary>Marketing's mail of the day: what came back, by reason, and nobody's name but who to ask.</summary>
public sealed class ReturnsMailTests
{
    private static readonly Reason NotNow = new(
        "not_now", ReasonEffect.Nurture, Fault.Nobody, ImmutableDictionary<Language, string>.Empty.Add(Language.En, "Interested, not now"));

    private static MailItem Item(int lead, Reason reason, string ask = "Marta Villa")
    {
        var item = Given.Item(MessageKind.Returned);
        return item with
        {
            Lead = item.Lead with { Reception = item.Lead.Known with { Id = new($"lead-{lead}") } },
            About = item.About with { Reason = reason.Code },
            Reason = reason,
            AskName = ask,
        };
    }

    private static Task<RenderedMail> RenderAsync(params ImmutableArray<MailItem> items) =>
        Mails.RenderAsync(Given.Mail(MessageKind.Returned) with { Items = items });

    [Fact]
    public async Task It_counts_by_reason_the_most_frequent_first_and_says_who_to_ask()
    {
        var mail = await RenderAsync(Item(1, NotNow), Item(2, Given.NotAFit), Item(3, Given.NotAFit, "Dana Lee"));

        Assert.Equal("3 leads came back: Not our kind of customer (2) and Interested, not now (1)", mail.Subject);
        Assert.Contains("Ask: Dana Lee 1, Marta Villa 1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Not now: please keep it warm.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_no_lead_no_rep_and_no_note()
    {
        var mail = await RenderAsync(Item(1, Given.NotAFit));

        foreach (var said in new[] { "Ada", "Engines", "engines.example", "Bruno", "Sells no engines" })
        {
            Assert.DoesNotContain(said, mail.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(said, mail.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_return_that_was_taken_back_is_counted_as_that_alone()
    {
        var item = Item(1, Given.NotAFit);
        var mail = await RenderAsync(item, item with { About = new() { Cause = MoveCause.TakenBack }, Reason = null });

        Assert.Equal("1 lead came back: not returned after all (1)", mail.Subject);
    }
}
