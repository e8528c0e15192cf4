using Handoff.Board;
using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.People;
using Handoff.Web.Board;
using Handoff.Web.Desk;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using static Handoff.Fuzz.Tests.Parsers.Input;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>What stands in addresses and headers: the board's filters, the languages of a browser, where a post comes from.</summary>
internal static class AddressParsers
{
    public static IReadOnlyList<Parser> List { get; } =
    [
        new("board address",
            Of("?team=italy&tier=hot&page=3", "?owner=queue&state=late&wall=1&source=website", "?page=99999999999&team=a&team=b"),
            ["&", "=", "%", "page=", "team=", "wall=1", "state=", "%00", "+"], Board),
        new("languages", Of("it-IT,it;q=0.9,en;q=0.8", "*", "en;q=0"), ["q=", ";", ",", "*", "it", "en", "-"], Languages),
        new("origin", Of("https://acme.example", "null", "http://127.0.0.1:5080"), ["https://", ":", "@", "null", "/", "[::1]"], Origin),
        new("typed address", Of("anna.greco@acme.example", "  ANNA@acme.EXAMPLE "), ["@", "İ", " ", "ß"], Typed),
    ];

    private static void Board(byte[] input)
    {
        var query = BoardQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(input.Text())));
        Holds(query.Page >= 1, "there is a page");
        var href = BoardQuery.Href("/board", query.Filter, query.Page, query.IsWall);
        Holds(href.StartsWith("/board", StringComparison.Ordinal) && href.All(char.IsAscii), "its address is ours");
        var again = BoardQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(href["/board".Length..])));
        Holds(Same(query.Filter, again.Filter) && again.IsWall == query.IsWall
            && (query.IsWall || again.Page == query.Page), "filters that are written are read back");
    }

    private static void Languages(byte[] input)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = input.Header();
        Holds(Language.All.Contains(BrowserLanguage.Of(http.Request)), "a browser has a language of ours");
    }

    private static void Origin(byte[] input)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new("acme.example");
        http.Request.Headers.Origin = input.Header();
        var isOurs = !FormTokens.IsForeign(http.Request) && input.Length > 0 && input.Header() != "null";
        Holds(!isOurs || new Uri(input.Header()).Host == "acme.example", "only our own origin is ours");
    }

    private static void Typed(byte[] input)
    {
        var address = Person.Normal(input.Text());
        Holds(Person.Normal(address) == address, "an address that is normalised is normal");
    }

    // Half a character cannot stand in an address; it is replaced.
    private static bool Same(BoardFilter one, BoardFilter other) => one == other || $"{one}".Contains('\uFFFD', StringComparison.Ordinal);
}
