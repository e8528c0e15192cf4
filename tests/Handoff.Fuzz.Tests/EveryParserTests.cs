using System.Globalization;
using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.Fuzz.Tests.Parsers;
using Xunit.Abstractions;

namespace Handoff.Fuzz.Tests;

/// <summary>
/// Whatever is sent, every parser gives one of its typed answers, soon and with little memory, and what it can write it reads back. One
/// second each by one seed; <c>HANDOFF_FUZZ</c> says how many minutes for all together by a new seed, <c>HANDOFF_FUZZ_SEED</c> and
/// <c>HANDOFF_FUZZ_PLACE</c> play one input again.
/// </summary>
public sealed class EveryParserTests(ITestOutputHelper output)
{
    private const int UsualSeed = 2026;

    public static TheoryData<string> Names => [.. AllParsers.List.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_is_sent_is_answered(string name)
    {
        var parser = AllParsers.List.Single(one => one.Name == name);
        var minutes = Number("HANDOFF_FUZZ");
        var seed = Number("HANDOFF_FUZZ_SEED") ?? (minutes is null ? UsualSeed : Random.Shared.Next());
        var place = Number("HANDOFF_FUZZ_PLACE");
        var time = place is not null ? TimeSpan.MaxValue
            : TimeSpan.FromSeconds(minutes is { } all ? all * 60.0 / AllParsers.List.Count : 1);

        var (played, broken) = await Player.PlayAsync(parser, seed, place ?? 0, place is null ? int.MaxValue : 1, time);

        output.WriteLine(FormattableString.Invariant($"{name}: {played} inputs of seed {seed}"));
        if (broken is not null)
            Assert.Fail(Report(parser, seed, broken));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_mutated_is_sound_itself(string name)
    {
        var parser = AllParsers.List.Single(one => one.Name == name);
        Assert.NotEmpty(parser.Corpus);
        Assert.All(parser.Corpus, input => Assert.Null(Player.Broken(parser, input)));
    }

    private static string Report(Parser parser, int seed, Finding broken) => string.Create(CultureInfo.InvariantCulture, $"""
        {parser.Name} is broken by input {broken.Place} of seed {seed} ({broken.Input.Length} bytes):
        {broken.Why}
        In base64 (its first 3,000 bytes): {Convert.ToBase64String(broken.Input.AsSpan(0, Math.Min(3_000, broken.Input.Length)))}
        Play it again:
          HANDOFF_FUZZ_SEED={seed} HANDOFF_FUZZ_PLACE={broken.Place} dotnet test tests/Handoff.Fuzz.Tests \
            --filter 'DisplayName~Whatever_is_sent_is_answered(name: "{parser.Name}")'
        """);

    private static int? Number(string variable) => int.TryParse(
        Environment.GetEnvironmentVariable(variable), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number : null;
}
