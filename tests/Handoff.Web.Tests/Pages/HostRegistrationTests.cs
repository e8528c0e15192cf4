using Handoff.Service.Links;
using Handoff.Web.Tests.Links;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Pages;

/// <summary>A page shows what its view says, and nothing of what a host has registered has a say in it.</summary>
public sealed class HostRegistrationTests
{
    // The others open pages of their own.
    public static TheoryData<LinkPurpose> Purposes => [.. Enum.GetValues<LinkPurpose>()
        .Except([LinkPurpose.SignIn, LinkPurpose.Ask, LinkPurpose.Consent])];

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_page_with_forms_is_the_same_beside_MVC_and_parts_of_Razor_that_refuse(LinkPurpose purpose)
    {
        var page = Given.Page(purpose);
        await using var alone = await LinkSite.Showing(page);
        await using var beside = await LinkSite.Showing(
            page,
            services =>
            {
                // The worker of the Functions app adds it, and with it a NavigationManager that knows no page.
                services.AddMvc();
                services.AddScoped<NavigationManager, LostNavigation>().AddSingleton<IComponentActivator, RefusingActivator>();
            });

        Assert.Equal(await FormsAsync(alone, purpose), await FormsAsync(beside, purpose));
    }

    [Fact]
    public async Task So_is_the_page_to_sign_in()
    {
        await using var alone = await Site.StartAsync();
        await using var beside = await Site.StartAsync(host: services => services.AddMvc());

        var path = new Uri("/signin", UriKind.Relative);
        Assert.Equal(await alone.Client.GetStringAsync(path), await beside.Client.GetStringAsync(path));
    }

    private static async Task<string> FormsAsync(Site site, LinkPurpose purpose)
    {
        var path = purpose == LinkPurpose.Manage ? "m" : "r";
        using var answer = await site.Client.GetAsync(new Uri($"/{path}/{site.Token(purpose)}", UriKind.Relative));
        var shown = await answer.PageAsync();
        Assert.NotEmpty(shown.Forms);
        return shown.Body!.InnerHtml;
    }

    private sealed class LostNavigation : NavigationManager;

    private sealed class RefusingActivator : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) => throw new InvalidOperationException("Not asked.");
    }
}
