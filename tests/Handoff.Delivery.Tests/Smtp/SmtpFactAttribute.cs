using System.ComponentModel;
using System.Diagnostics;

namespace Handoff.Delivery.Tests.Smtp;

/// <summary>
/// A test that needs the SMTP server of <c>tests/smtp-server</c>: skipped where it cannot run, unless <c>HANDOFF_ALL_TESTS=1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    public SmtpFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("HANDOFF_ALL_TESTS") != "1") Skip = Missing.Value;
    }

    private static string? FindMissing()
    {
        if (!Directory.Exists(Path.Combine(SmtpServer.Folder, "node_modules", "smtp-server")))
            return "The test mail server is not installed: run 'npm ci --omit=dev' in tests/smtp-server.";
        try
        {
            using var node =
                Process.Start(new ProcessStartInfo("node", "--version") { UseShellExecute = false, RedirectStandardOutput = true });
            return null;
        }
        catch (Win32Exception)
        {
            return "The test mail server needs node, which is not on the path.";
        }
    }
}
