using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>What a manager reads of an alert: how to reach who has the lead, and what happens if nobody acts.</summary>
public sealed class AlertMailTests
{
    private static readonly Instant At = Given.Start + Duration.FromMinutes(8);

    [Theory]
    [InlineData(true, null, false, "If nobody acts: at 15:23 it goes to somebody else")]
    [InlineData(true, AlertTarget.Director, false, "If nobody acts: at 15:23 it goes to somebody else and the director is told")]
    [InlineData(false, AlertTarget.Director, false, "If nobody acts: at 15:23 the director is told")]
    [InlineData(false, AlertTarget.Director, true, "If nobody acts: at 15:23 you are told again")]
    [InlineData(false, AlertTarget.Manager, false, "If nobody acts: at 15:23 the manager is told")]
    [InlineData(false, AlertTarget.Manager, true, "If nobody acts: at 15:23 you are told again")]
    public async Task It_says_what_happens_by_itself_and_when(bool reassigns, AlertTarget? tells, bool tellsReader, string says)
    {
        var mail = await RenderAsync(item => item with { Next = new(At, reassigns, tells, tellsReader) });

        Assert.Contains($"\n{says}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(says["If nobody acts: ".Length..], mail.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_how_to_reach_who_has_the_lead()
    {
        var mail = await RenderAsync(item => item with { OwnerAddress = "bruno.riva@acme.example" });

        Assert.Contains("\nWrite to them: bruno.riva@acme.example\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("mailto:bruno.riva@acme.example", mail.Links());
    }

    [Fact]
    public async Task A_lead_that_came_after_its_deadline_is_not_held_against_who_gets_it()
    {
        var late = Given.Mail(MessageKind.Offer, Language.It);
        var mail = await Mails.RenderAsync(late with
        {
            Now = Given.Start + Duration.FromMinutes(7),
            Items = [late.Items[0] with { CameLate = true }],
        });

        Assert.Equal("Ada Lovelace, Analytical Engines: accetta o rifiuta ora", mail.Subject);
        Assert.Contains("prima che il lead arrivasse a te: non è a tuo carico", mail.Text, StringComparison.Ordinal);
    }

    private static async Task<RenderedMail> RenderAsync(Func<MailItem, MailItem> change)
    {
        var alert = Given.Mail(MessageKind.Breach);
        return await Mails.RenderAsync(alert with { Items = [change(alert.Items[0])] });
    }
}
