namespace Handoff.Delivery.SendGrid;

/// <summary>The SendGrid account: the configuration section <c>Handoff:Mail:SendGrid</c>.</summary>
public sealed record SendGridOptions
{
    /// <summary><c>ApiKey</c>, <c>HANDOFF_SENDGRID_API_KEY</c>: a key that may send mail. Required.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>
    /// <c>Host</c>, <c>HANDOFF_SENDGRID_HOST</c>: where the account lives. Default <c>https://api.sendgrid.com</c>;
    /// <c>https://api.eu.sendgrid.com</c> for an account in the European Union. Plain <c>http</c> only to this machine, for a test server.
    /// </summary>
    public Uri Host { get; init; } = new("https://api.sendgrid.com");

    /// <summary>The account, without the key.</summary>
    public override string ToString() => Host.ToString();
}
