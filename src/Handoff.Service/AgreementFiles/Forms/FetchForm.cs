using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>How answers are fetched that a vendor only announces, as written.</summary>
internal sealed record FetchForm(
    Field<Word> Token, Field<string> ApiVersion, Field<ImmutableArray<Field<string>>> FormIds, Field<string> Owner)
{
    private static readonly Shape<string> Version = new ScalarShape<string>(
        "a version such as v24.0 or 202611", static (string text, out string value) =>
            (value = text.Trim()).Length is > 0 and <= 10 && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.'),
        static () => Scalars.Pattern("[a-z0-9.]{1,10}"));

    public static readonly Shape<FetchForm> Shape = Record.Of(k => new FetchForm(
        k.Required("token", "The access token; a reference such as ${HANDOFF_META_TOKEN}.", Scalars.Word),
        k.Optional("api_version", "The version of the vendor's interface; the one that we know if not said.", Version),
        k.Optional("forms", "Meta: ids of forms that are looked through once a day for leads whose notice was lost.",
            Scalars.Text.OneOrList(empty: null)),
        k.Optional("owner", "LinkedIn: whose leads are looked through once a day, such as urn:li:sponsoredAccount:1.", Scalars.Text)));

    public FetchTerms Build() => new(Token.Value.Text)
    {
        ApiVersion = ApiVersion.IsWritten ? ApiVersion.Value : null,
        Forms = [.. FormIds.Or([]).Select(form => form.Value)],
        Owner = Owner.IsWritten ? Owner.Value : null,
    };
}
