using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>How a source's form asks for consent, as written.</summary>
internal sealed record ConsentForm(Field<string> Field, Field<string> Purpose, Field<string> Text)
{
    public static readonly Shape<ConsentForm> Shape = Record.Of(k => new ConsentForm(
        k.Required("field", "The form's field: a box that is ticked, or not sent.", Scalars.Text),
        k.Optional("purpose", "For what consent is given; contact if not said.", Scalars.Text),
        k.Optional("text", "The version of the text beside the box; else the form's field consent_text says it.", Scalars.Text)));

    public ConsentTerms Build() =>
        new(Field.Value, Purpose.IsWritten ? Purpose.Value : "contact", Text.IsWritten ? Text.Value : null);
}
