using System.CommandLine;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff completion</c>: what makes a shell complete verbs and options; the shell asks the program itself.</summary>
internal static class CompletionVerb
{
    private const string Bash = """
        # Put this in ~/.bashrc: eval "$(handoff completion bash)"
        _handoff() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(handoff "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _handoff handoff
        """;

    private const string Zsh = """
        # Put this in ~/.zshrc, after compinit: eval "$(handoff completion zsh)"
        _handoff() {
            local -a words_found
            words_found=("${(@f)$(handoff "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -- "${words_found[@]}"
        }
        compdef _handoff handoff
        """;

    private const string Fish = """
        # Put this in ~/.config/fish/config.fish: handoff completion fish | source
        complete -c handoff -f -a '(handoff "[suggest:"(commandline -C)"]" (commandline))'
        """;

    private const string PowerShell = """
        # Put this in $PROFILE: handoff completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName handoff -ScriptBlock {
            param($word, $line, $cursor)
            handoff "[suggest:$cursor]" "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Make()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var completion = new Command("completion", "Writes what makes a shell complete verbs and options.") { shell };
        completion.SetAction(parsed => Console.WriteLine(parsed.GetRequiredValue(shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            _ => PowerShell,
        }));
        return completion;
    }
}
