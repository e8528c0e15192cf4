using Handoff.Local.Agreements;
using Handoff.Local.Verbs;
using Handoff.Service.AgreementFiles;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>What <c>handoff serve</c> says first.</summary>
public sealed class ServeVerbTests
{
    [Fact]
    public void The_first_line_names_the_agreement_in_force_and_what_its_folder_only_proposes()
    {
        var inForce = Assert.IsType<FolderReading.Loaded>(
            FolderLoader.Read(FolderLoader.Sample, Instant.FromUtc(2026, 11, 30, 9, 0))).Folder.Agreement;

        Assert.Equal("Handoff serves agreement 2026-11 of Acme S.p.A.", ServeVerb.Serves(inForce, null));
        Assert.Equal(
            "Handoff serves agreement 2026-11 of Acme S.p.A. 2026-12 of its folder is a proposal until both heads have signed it.",
            ServeVerb.Serves(inForce, inForce with { Version = "2026-12" }));
    }
}
