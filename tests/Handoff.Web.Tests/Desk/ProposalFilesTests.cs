using Handoff.Agreements.Signing;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.Running;
using Handoff.Service.Signing;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Desk;

/// <summary>The files of a proposal, beside the people of today.</summary>
public sealed class ProposalFilesTests
{
    private const string Agreement = "agreement.yaml";
    private const string People = "people.yaml";

    private readonly Dictionary<string, string> _files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme"))
        .ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal) { ["HANDOFF_COMPANY"] = "Acme" };

    [Fact]
    public async Task People_that_go_only_with_the_proposal_are_refused_and_told_where()
    {
        await using var site = await StartAsync();
        Edit(Agreement, ("agreement: 2026-12", "agreement: 2027-01"), ("tiers:  ", "lists:\n  partners: [partner.example]\ntiers:  "));
        Edit(People, ("takes: { country: [IT, SM, VA, CH] }", "takes: { country: [IT, SM, VA, CH], email_domain: { in: partners } }"));

        var mistakes = await PutAsync(site);

        Assert.Contains("unknown list 'partners'", Assert.Single(mistakes).Message, StringComparison.Ordinal);
        Assert.Equal(People, mistakes[0].File);
    }

    [Fact]
    public async Task A_proposal_that_names_a_calendar_which_is_not_there_is_a_mistake_at_once()
    {
        await using var site = await StartAsync();
        Edit(Agreement, ("agreement: 2026-12", "agreement: 2027-01\npace_calendar: nowhere"));

        Assert.Contains("nowhere", Assert.Single(await PutAsync(site)).Message, StringComparison.Ordinal);
        Assert.Null(await CurrentAsync(site));
    }

    [Fact]
    public async Task A_calendar_on_which_the_agreement_in_force_rests_cannot_go_while_its_successor_waits()
    {
        await using var site = await StartAsync(("signing: required", "signing: required\npace_calendar: phone_desk"));
        Edit(Agreement, ("agreement: 2026-12", "agreement: 2027-01"), ("pace_calendar: phone_desk", "pace_calendar: office"));
        Edit(People, ("phone_desk", "desk"));

        var mistake = Assert.Single(await PutAsync(site));

        Assert.StartsWith(
            "The agreement in force, 2026-12, does not go with the other files: unknown calendar 'phone_desk'", mistake.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_signed_and_means_something_else_on_its_day_leaves_the_old_one_in_force()
    {
        await using var site = await StartAsync();
        Edit(Agreement, ("agreement: 2026-12", "agreement: 2027-01"), ("organisation: Acme S.p.A.", "organisation: ${HANDOFF_COMPANY}"));
        Assert.Empty(await PutAsync(site));
        var content = (await CurrentAsync(site))!.Terms.Content;
        var proposals = site.Services.GetRequiredService<Proposals>();
        foreach (var head in new[] { "giulia.ferri@acme.example", "paolo.conti@acme.example" })
            Assert.IsType<Answer.Done>(await proposals.SignAsync(PersonId.Of(head), content, default));

        _environment["HANDOFF_COMPANY"] = "Other";
        site.Pass(Duration.FromDays(1));
        await site.Services.GetRequiredService<StreamWork>().RunAsync(ProposalBook.StreamOf(content), opened: null, default);

        var company = site.Services.GetRequiredService<CompanyInForce>();
        Assert.Equal("2026-12", company.Agreement.Version);
        Assert.Equal(ProposalStanding.Unfit, (await CurrentAsync(site))!.State.Standing);
        Assert.Contains("What a variable says has changed", Assert.Single(company.Refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_process_knows_within_a_minute_what_was_put_in_force()
    {
        await using var site = await StartAsync();
        var services = site.Services;
        using var other = new CompanyInForce(
            services.GetRequiredService<IFactStore>(),
            services.GetRequiredService<Handoff.Service.People.PeopleDirectory>(), services.GetRequiredService<IClock>());
        Edit(Agreement, ("agreement: 2026-12", "agreement: 2027-01"));
        Assert.Empty(await PutAsync(site));
        Assert.Empty(await other.PutInForceAsync(Read(), default));
        var content = (await CurrentAsync(site))!.Terms.Content;
        foreach (var head in new[] { "giulia.ferri@acme.example", "paolo.conti@acme.example" })
            await services.GetRequiredService<Proposals>().SignAsync(PersonId.Of(head), content, default);
        site.Pass(Duration.FromDays(1));
        await services.GetRequiredService<StreamWork>().RunAsync(ProposalBook.StreamOf(content), opened: null, default);

        Assert.Equal("2026-12", other.Agreement.Version);
        await other.RefreshIfOldAsync(default);

        Assert.Equal(("2027-01", null), (other.Agreement.Version, other.Proposed));
        Assert.Equal("2027-01", services.GetRequiredService<CompanyInForce>().Agreement.Version);
    }

    [Fact]
    public async Task An_earlier_agreement_that_both_heads_sign_again_is_in_force_again_and_its_successor_does_not_come_back()
    {
        await using var site = await StartAsync();
        var company = site.Services.GetRequiredService<CompanyInForce>();
        Edit(Agreement, ("agreement: 2026-12", "agreement: 2027-01"));
        var successor = await EnforceAsync(site);
        Assert.Equal("2027-01", company.Agreement.Version);

        Edit(Agreement, ("agreement: 2027-01", "agreement: 2026-12"));
        await EnforceAsync(site);
        await site.Services.GetRequiredService<StreamWork>().RunAsync(successor, opened: null, default);

        Assert.Equal(("2026-12", null), (company.Agreement.Version, company.Proposed));
    }

    /// <summary>Proposes what the files say, has both heads sign it and waits for its day.</summary>
    private async Task<StreamId> EnforceAsync(Site site)
    {
        Assert.Empty(await PutAsync(site));
        var content = (await CurrentAsync(site))!.Terms.Content;
        foreach (var head in new[] { "giulia.ferri@acme.example", "paolo.conti@acme.example" })
        {
            Assert.IsType<Answer.Done>(
                await site.Services.GetRequiredService<Proposals>().SignAsync(PersonId.Of(head), content, default));
        }

        site.Pass(Duration.FromDays(1));
        var stream = ProposalBook.StreamOf(content);
        await site.Services.GetRequiredService<StreamWork>().RunAsync(stream, opened: null, default);
        return stream;
    }

    /// <summary>A site on which signing is required.</summary>
    private async Task<Site> StartAsync(params (string From, string To)[] edits)
    {
        var site = await Site.StartAsync();
        Edit(Agreement, ("agreement: 2026-11", "agreement: 2026-12\nsigning: required"));
        Edit(Agreement, edits);
        Assert.Empty(await PutAsync(site));
        return site;
    }

    private static Task<StandingProposal?> CurrentAsync(Site site) =>
        site.Services.GetRequiredService<ProposalReading>().CurrentAsync(Language.En, default);

    private async Task<IReadOnlyList<Mistake>> PutAsync(Site site)
    {
        site.Pass(Duration.FromMinutes(1));
        var mistakes = await site.Services.GetRequiredService<CompanyInForce>().PutInForceAsync(Read(), default);
        await site.Services.GetRequiredService<Proposals>().FollowFilesAsync(default);
        return mistakes;
    }

    private FolderReading Read() => AgreementFolderReader.Read(_files, name => _environment.GetValueOrDefault(name), Given.Now);

    private void Edit(string file, params (string From, string To)[] edits)
    {
        foreach (var (from, to) in edits)
        {
            Assert.Contains(from, _files[file], StringComparison.Ordinal);
            _files[file] = _files[file].Replace(from, to, StringComparison.Ordinal);
        }
    }
}
