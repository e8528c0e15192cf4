namespace Handoff.Connect.OpenId;

/// <summary>Whose provider it is: each says in its own way that an address is really the person's.</summary>
public enum OpenIdVendor
{
    /// <summary>Any that keeps to OpenID Connect, such as Keycloak, Okta or Auth0: <c>email_verified</c>.</summary>
    Other,

    /// <summary>
    /// Microsoft Entra ID: <c>xms_edov</c>, for the administrator of any tenant may write any address into an <c>email</c>.
    /// </summary>
    Entra,

    /// <summary>Google: <c>email_verified</c>, of an address that Google itself gives.</summary>
    Google,
}
