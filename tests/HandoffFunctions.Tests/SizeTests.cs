namespace HandoffFunctions.Tests;

/// <summary>The app stays so thin that little can go wrong in it.</summary>
public sealed class SizeTests
{
    [Fact]
    public void It_has_fewer_than_600_lines_in_all()
    {
        var app = Path.Combine(Folder(), "src", "HandoffFunctions");
        var lines = Directory.EnumerateFiles(app, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Sum(path => File.ReadLines(path).Count());

        Assert.InRange(lines, 100, 599);
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HandoffFunctions.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The solution is not above the tests.");
    }
}
