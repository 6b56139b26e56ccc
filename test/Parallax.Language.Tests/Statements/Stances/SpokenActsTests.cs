using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Stances;

public sealed class SpokenActsTests
{
    // “WORDS,” Vance said.
    [Theory]
    [InlineData("We we PRON _ 3 nsubj / will will AUX _ 3 aux / sue sue VERB VerbForm=Inf 0 root / Brown Brown PROPN _ 3 obj", Stance.Threatens)]
    [InlineData("We we PRON _ 3 nsubj / will will AUX _ 3 aux / help help VERB VerbForm=Inf 0 root / Brown Brown PROPN _ 3 obj", Stance.Promises)]
    [InlineData("We we PRON _ 3 nsubj / would would AUX _ 3 aux / help help VERB VerbForm=Inf 0 root / Brown Brown PROPN _ 3 obj", Stance.Asserts)]
    [InlineData("They they PRON _ 3 nsubj / will will AUX _ 3 aux / sue sue VERB VerbForm=Inf 0 root / Brown Brown PROPN _ 3 obj", Stance.Asserts)]
    [InlineData("Open open VERB Mood=Imp|VerbForm=Fin 0 root / the the DET _ 3 det / gate gate NOUN Number=Sing 1 obj", Stance.Demands)]
    [InlineData("Thank thank VERB Mood=Imp|VerbForm=Fin 0 root / you you PRON _ 1 obj", Stance.Praises)]
    [InlineData("I I PRON _ 2 nsubj / want want VERB Tense=Pres|VerbForm=Fin 0 root / to to PART _ 4 mark / thank thank VERB VerbForm=Inf 2 xcomp / Brown Brown PROPN _ 4 obj", Stance.Praises)]
    [InlineData("I I PRON _ 2 nsubj / wanted want VERB Tense=Past|VerbForm=Fin 0 root / to to PART _ 4 mark / thank thank VERB VerbForm=Inf 2 xcomp / Brown Brown PROPN _ 4 obj", Stance.Asserts)]
    [InlineData("We we PRON _ 2 nsubj / need need VERB Tense=Pres|VerbForm=Fin 0 root / Brown Brown PROPN _ 2 obj / to to PART _ 5 mark / act act VERB VerbForm=Inf 2 xcomp", Stance.Demands)]
    [InlineData("We we PRON _ 2 nsubj / need need VERB Tense=Pres|VerbForm=Fin 0 root / rain rain NOUN Number=Sing 2 obj", Stance.Asserts)]
    [InlineData("We we PRON _ 2 nsubj / regret regret VERB Tense=Pres|VerbForm=Fin 0 root / the the DET _ 4 det / error error NOUN Number=Sing 2 obj", Stance.Other)]
    [InlineData("We we PRON _ 3 nsubj / will will AUX _ 3 aux / destroy destroy VERB VerbForm=Inf 0 root / them they PRON _ 3 obj / if if SCONJ _ 7 mark / they they PRON _ 7 nsubj / come come VERB VerbForm=Fin 3 advcl", Stance.Threatens)]
    [InlineData("We we PRON _ 3 nsubj / will will AUX _ 3 aux / destroy destroy VERB VerbForm=Inf 0 root / them they PRON _ 3 obj / if if SCONJ _ 7 mark / it it PRON _ 7 nsubj / leaks leak VERB VerbForm=Fin 3 advcl", Stance.Asserts)]
    [InlineData("The the DET _ 2 det / plan plan NOUN Number=Sing 4 nsubj / is be AUX VerbForm=Fin 4 cop / reckless reckless ADJ _ 0 root", Stance.Criticises)]
    [InlineData("The the DET _ 2 det / plan plan NOUN Number=Sing 5 nsubj / is be AUX VerbForm=Fin 5 cop / not not PART _ 5 advmod / reckless reckless ADJ _ 0 root", Stance.Asserts)]
    [InlineData("The the DET _ 2 det / outlook outlook NOUN Number=Sing 4 nsubj / is be AUX VerbForm=Fin 4 cop / excellent excellent ADJ _ 0 root", Stance.Asserts)]
    [InlineData("She she PRON _ 5 nsubj / is be AUX VerbForm=Fin 5 cop / a a DET _ 5 det / wonderful wonderful ADJ _ 5 amod / friend friend NOUN Number=Sing 0 root", Stance.Praises)]
    [InlineData("They they PRON _ 2 nsubj / lied lie VERB Tense=Past|VerbForm=Fin 0 root / to to ADP _ 4 case / us we PRON _ 2 obl", Stance.Accuses)]
    [InlineData("That that PRON _ 4 nsubj / is be AUX VerbForm=Fin 4 cop / completely completely ADV _ 4 advmod / false false ADJ _ 0 root", Stance.Asserts)]
    [InlineData("They they PRON _ 3 nsubj / must must AUX _ 3 aux / leave leave VERB VerbForm=Inf 0 root", Stance.Demands)]
    [InlineData("They they PRON _ 3 nsubj / must must AUX _ 3 aux / win win VERB VerbForm=Inf 0 root / Norby Norby PROPN _ 3 obj", Stance.Asserts)]
    [InlineData("Should should AUX _ 3 aux / they they PRON _ 3 nsubj / leave leave VERB VerbForm=Inf 7 advcl / , , PUNCT _ 3 punct / it it PRON _ 7 nsubj / would would AUX _ 7 aux / shut shut VERB VerbForm=Inf 0 root", Stance.Asserts)]
    public void Find_WordsBeforeVanceSaid_AreTheActTheirFormIs(string words, Stance expected)
    {
        Statement statement = new StatementAnnotator().Find(ParsedReport.Of("# par\n" + Spoken(words))).ShouldHaveSingleItem();

        statement.Source.Text.ShouldBe("Vance");
        statement.Stance.ShouldBe(expected, statement.Content.Text);
        statement.About.ShouldBeNull();
    }

    // A verb that is a cue itself makes the words its act, once.
    [Theory]
    [InlineData("We we PRON _ 3 nsubj / are be AUX VerbForm=Fin 3 aux / urging urge VERB Tense=Pres|VerbForm=Part 0 root / Brown Brown PROPN _ 3 obj / to to PART _ 6 mark / go go VERB VerbForm=Inf 3 xcomp", Stance.Demands)]
    [InlineData("We we PRON _ 2 nsubj / ask ask VERB Tense=Pres|VerbForm=Fin 0 root / that that SCONJ _ 5 mark / people people NOUN Number=Plur 5 nsubj / stay stay VERB VerbForm=Inf 2 ccomp", Stance.Demands)]
    [InlineData("We we PRON _ 2 nsubj / ask ask VERB Tense=Pres|VerbForm=Fin 0 root / whether whether SCONJ _ 5 mark / people people NOUN Number=Plur 5 nsubj / stay stay VERB VerbForm=Fin 2 ccomp", Stance.Asks)]
    public void Find_WordsWithACueOfTheirOwn_AreItsAct(string words, Stance expected)
    {
        Statement found = new StatementAnnotator().Find(ParsedReport.Of("# par\n" + Spoken(words))).ShouldHaveSingleItem();

        (found.Source.Text, found.Stance).ShouldBe(("Vance", expected));
    }

    [Fact]
    public void Find_ThatIsFalseBehindWhatAnotherSaid_DeniesIt()
    {
        string first = """
            # par
            Lund Lund PROPN Number=Sing 2 nsubj _ B-source
            said say VERB VerbForm=Fin 0 root _ B-cue
            the the DET _ 4 det _ B-content
            dam dam NOUN Number=Sing 5 nsubj _ I-content
            held hold VERB Tense=Past|VerbForm=Fin 2 ccomp _ I-content
            . . PUNCT _ 2 punct _ _


            """;
        Layer<Statement> found = new StatementAnnotator().Find(ParsedReport.Of(first + Spoken("That that PRON _ 4 nsubj / is be AUX VerbForm=Fin 4 cop / completely completely ADV _ 4 advmod / false false ADJ _ 0 root")));

        found.Count.ShouldBe(2);
        (found[1].Stance, found[1].About).ShouldBe((Stance.Denies, found[0].Id));
    }

    [Theory]
    [InlineData("lying", "lie", true)]
    [InlineData("limping", "limp", false)]
    public void Find_AccusedOfLying_IsAboutWhatTheAccusedSaid(string form, string lemma, bool isAbout)
    {
        Layer<Statement> found = new StatementAnnotator().Find(ParsedReport.Of($"""
            # par
            Norland Norland PROPN Number=Sing 2 nsubj _ B-source
            said say VERB VerbForm=Fin 0 root _ B-cue
            the the DET _ 4 det _ B-content
            dam dam NOUN Number=Sing 5 nsubj _ I-content
            held hold VERB Tense=Past|VerbForm=Fin 2 ccomp _ I-content
            . . PUNCT _ 2 punct _ _

            Orsk Orsk PROPN Number=Sing 2 nsubj _ B-source
            accused accuse VERB Tense=Past|VerbForm=Fin 0 root _ B-cue
            Norland Norland PROPN Number=Sing 2 obj _ B-content
            of of SCONJ _ 5 mark _ I-content
            {form} {lemma} VERB VerbForm=Ger 2 advcl _ I-content
            about about ADP _ 8 case _ I-content
            the the DET _ 8 det _ I-content
            dam dam NOUN Number=Sing 5 obl _ I-content
            . . PUNCT _ 2 punct _ _
            """));

        found.Count.ShouldBe(2);
        found[1].About.ShouldBe(isAbout ? found[0].Id : null);
    }

    // Words without heads beyond themselves, put into quotation marks before "Vance said".
    private static string Spoken(string words)
    {
        string[] given = words.Split(" / ");
        int root = Array.FindIndex(given, static w => w.EndsWith(" 0 root", StringComparison.Ordinal)) + 2, said = given.Length + 5;
        List<string> lines = [$"“ “ PUNCT _ {root} punct _ _"];
        foreach (string word in given)
        {
            string[] columns = word.Split(' ');
            bool isRoot = columns[4] == "0";
            string head = isRoot ? said.ToString(System.Globalization.CultureInfo.InvariantCulture) : (int.Parse(columns[4], System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            lines.Add($"{columns[0]} {columns[1]} {columns[2]} {columns[3]} {head} {(isRoot ? "ccomp" : columns[5])} _ {(lines.Count == 1 ? "B" : "I")}-content");
        }

        lines.AddRange([$", , PUNCT _ {root} punct _ _", $"” ” PUNCT _ {root} punct _ _", $"Vance Vance PROPN Number=Sing {said} nsubj _ B-source", "said say VERB VerbForm=Fin 0 root _ B-cue", $". . PUNCT _ {said} punct _ _"]);
        return string.Join('\n', lines) + "\n";
    }
}
