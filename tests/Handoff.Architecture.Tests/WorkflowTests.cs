using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>The pipeline runs what people run, and nothing of others that could change under it.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Pipeline = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "ci.yml"));

    [Fact]
    public void Every_action_is_pinned_by_its_commit_and_says_its_version()
    {
        var uses = Pipeline.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Fact]
    public void It_judges_by_the_same_script() => Assert.Contains(".ci/run", Pipeline, StringComparison.Ordinal);

    [Fact]
    public void It_may_only_read() => Assert.Contains("permissions:\n  contents: read\n", Pipeline, StringComparison.Ordinal);

    [Fact]
    public void CI_restores_every_project_by_its_lock_file_and_builds_no_less_where_that_fails()
    {
        var run = File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"));
        Assert.Contains("export CI=true", run, StringComparison.Ordinal);
        Assert.Contains("dotnet restore HandoffFunctions.sln -p:Configuration=Azure || exit 1", run, StringComparison.Ordinal);
        var solution = File.ReadAllText(Path.Combine(Repository.Root, Repository.Solution));
        Assert.Equal(Repository.All.Count, Builds().Count(solution));
        Assert.All(
            Repository.All, project =>
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project.Path)!, "packages.lock.json")), project.Name));
    }

    [GeneratedRegex(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.None, 1000)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"Azure\|Any CPU\.Build\.0", RegexOptions.None, 1000)]
    private static partial Regex Builds();
}
