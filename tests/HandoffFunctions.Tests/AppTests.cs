using System.Reflection;
using System.Text.Json;
using Handoff.Acceptance;
using HandoffFunctions.Http;
using HandoffFunctions.Tests.Engine;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HandoffFunctions.Tests;

/// <summary>The app as its program builds it, with everything that the worker registers.</summary>
public sealed class AppTests
{
    private static readonly IEnumerable<KeyValuePair<string, string?>> Settings =
        Deployment.Settings("UseDevelopmentStorage=true", "agreement").AsEnumerable(makePathsRelative: false);

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public void It_is_built_in_every_environment(string environment)
    {
        using var app = BuiltApp.Build(environment, Settings);

        Assert.Equal(environment, app.Services.GetRequiredService<IHostEnvironment>().EnvironmentName);
        Assert.NotNull(app.Services.GetRequiredService<HandoffSurface>());
    }

    [Fact]
    public void In_development_what_cannot_be_made_or_lives_too_long_is_found_when_it_is_built()
    {
        static void Build(Action<IServiceCollection> mistake) => BuiltApp.Build("Development", Settings, mistake);

        Assert.ThrowsAny<AggregateException>(() => Build(services => services.AddSingleton<NeedsTheUnknown>()));
        Assert.ThrowsAny<AggregateException>(() => Build(services => services.AddScoped<OfOneRequest>().AddSingleton<KeepsARequest>()));
    }

    [Fact]
    public void The_worker_brings_a_navigation_that_knows_no_page_so_pages_must_not_ask_the_container()
    {
        using var app = BuiltApp.Build("Production", Settings);
        using var scope = app.Services.CreateScope();

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<NavigationManager>().Uri);
    }

    [Fact]
    public void It_is_built_from_the_settings_of_a_developers_machine()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.json")));
        var values = file.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString(), StringComparer.Ordinal);

        using var app = BuiltApp.Build("Development", values);

        Assert.Equal("smtp", app.Services.GetRequiredService<Handoff.Service.Delivery.IMailTransport>().Name);
    }

    [Fact]
    public void Every_suite_of_both_hosts_runs_on_it()
    {
        var suites = typeof(EveryRouteTests<>).Assembly.GetTypes()
            .Where(type => type.IsAbstract && type.IsGenericType && type.Name.Contains("Tests`", StringComparison.Ordinal)).ToArray();
        var here = Assembly.GetExecutingAssembly().GetTypes().Select(type => type.BaseType)
            .OfType<Type>().Where(type => type.IsGenericType).Select(type => type.GetGenericTypeDefinition());

        Assert.True(suites.Length > 15, $"{suites.Length} suites");
        Assert.Empty(suites.Except(here));
    }

    private sealed class OfOneRequest;

    private sealed class KeepsARequest(OfOneRequest kept)
    {
        public OfOneRequest Kept => kept;
    }

    private sealed class NeedsTheUnknown(AppTests unknown)
    {
        public AppTests Unknown => unknown;
    }
}
