using System.Text;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>Promise 7: an erased lead is in no file.</summary>
public sealed class ErasedFileTests
{
    private const string Address = "ada.lovelace@analytical.example";

    [Fact]
    public async Task The_address_of_an_erased_person_is_in_no_file_of_the_data_folder()
    {
        await using var host = await RunningHost.StartAsync();
        var lead = await host.ReceiveAsync(Calls.Demo(Address));
        await host.AdvanceMinutesAsync(8);
        await host.OpenAsync($"/api/leads/{lead.Id}", "DELETE");
        await host.SettleAsync();

        await host.StopAsync();

        try
        {
            foreach (var file in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories))
            {
                var bytes = await File.ReadAllBytesAsync(file);
                foreach (var told in new[] { Address, "Lovelace", "Analytical Engines" })
                {
                    Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(told)));
                    Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(told)));
                }
            }
        }
        finally
        {
            Directory.Delete(host.Folder, recursive: true);
        }
    }
}
