using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Gives one class and one set of roles to constructions that tell the same act in other words.</summary>
internal static class OtherWords
{
    private static readonly HashSet<string> People = ["fighter", "pirate", "soldier", "worker", "migrant", "person", "civilian", "passenger"];

    private static readonly HashSet<string> Forces = ["earthquake", "storm", "landslide"];

    private static readonly HashSet<string> Fluids = ["oil", "crude", "fuel", "diesel", "petrol", "gasoline", "gas", "methane", "ammonia", "chlorine", "steam", "smoke", "vapour", "vapor", "fume", "air", "heat", "water", "sewage", "slurry", "sludge", "lava", "acid", "chemical", "liquid", "fluid", "radiation", "litre", "liter", "gallon", "barrel", "tonne", "ton", "amount", "quantity"];

    private static readonly Lazy<HashSet<string>> Offices = new(static () => Words.StoriesData.Words("en/claims/offices.txt"));

    private static readonly Lazy<Dictionary<string, string>> AgentNouns = new(static () => Words.StoriesData.Lines("en/propositions/agent-nouns.txt").Select(static l => l.Split(' ')).ToDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal));

    private static Participant? Nobody(out bool isPassive)
    {
        isPassive = false;
        return null;
    }

    /// <summary>The class and the arguments as the plain verb of the act would have them.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="token">The predicate.</param>
    /// <param name="subjectFrom">The word whose subject is its own.</param>
    /// <param name="predicateClass">Its class by the table.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="reader">Reads participants.</param>
    /// <param name="predicates">Lemmas and classes.</param>
    public static (string Class, Arguments Arguments) Of(Tree tree, int token, int subjectFrom, string predicateClass, Arguments arguments, ArgumentReader reader, Predicates predicates)
    {
        Participant? above = tree.Tokens.Tags[token] == UniversalTag.Verb ? reader.SubjectOf(token, subjectFrom, out bool isPassive) : Nobody(out isPassive);
        (predicateClass, arguments) = Constructions.Of(tree, token, above, isPassive, arguments, reader, predicates) ?? (predicateClass, arguments);
        string? thing = arguments.Object?.Thing;
        if (Deaths.Of(tree, token, predicateClass, arguments, reader, predicates) is { } death)
        {
            return ("kill", death);
        }

        // "killed at least three people": "at least" hides the object from the parser.
        if (predicateClass is "kill" or "wound" && !isPassive && arguments is { Recipient: null, Object: null } && arguments.Others.FirstOrDefault(o => o.Thing is "person" or "worker" or "passenger" or "civilian" && o.Token is { } people && people > token && tree.Child(people, "case") is var at && at >= 0 && tree.Is(at, "at")) is { } victims)
        {
            arguments = arguments with { Recipient = victims, Others = arguments.Others.Remove(victims) };
        }

        if (predicateClass == "explode" && arguments.Object is null)
        {
            return (predicateClass, arguments with { Recipient = arguments.Others.FirstOrDefault(static o => o.Entities.Length > 0) }); // "a bomb exploded at Halden Bank": the place tells this explosion from others.
        }

        if (predicateClass == "die")
        {
            return ("kill", arguments with { Actor = null, Object = null, Recipient = arguments.Actor }); // "four died" tells what "four were killed" tells.
        }

        // "was fired from the yard" by those who hire, "fired at the guards" with a gun; "held a conference" arrests nobody.
        if (predicateClass == "attack" && predicates.Lemma(token) == "fire" && arguments.Recipient is { IsPerson: true, Token: { } fired } && tree.Child(fired, "case") < 0)
        {
            return ("dismiss", arguments);
        }

        // "a storm hit the coast", "the quake shook the coast", "the quake was felt on the coast": no soldiers strike there.
        if (predicateClass == "attack" && arguments.Actor is { Thing: { } force } && Forces.Contains(force))
        {
            return ("befall", arguments);
        }

        if (predicates.Lemma(token) == "feel" && (arguments.Object ?? arguments.Actor) is { Thing: "earthquake" } felt)
        {
            return ("befall", new Arguments(felt, null, arguments.Others.FirstOrDefault(static o => o.Entities.Length > 0) ?? arguments.Recipient, arguments.Others));
        }

        // "left 12 people dead", "left thousands homeless"
        if (predicates.Lemma(token) == "leave" && Left(tree, token) is { } state)
        {
            return (state, new Arguments(arguments.Actor is { IsPerson: false } ? arguments.Actor : null, null, arguments.Object ?? arguments.Recipient, arguments.Others));
        }

        // "sales shrank", "costs increased": nobody is told who shrinks them.
        if (predicateClass is "weaken" or "strengthen" && !isPassive && arguments is { Actor: not null, Object: null, Recipient: null } && tree.Tokens.Tags[token] == UniversalTag.Verb)
        {
            return (predicateClass == "weaken" ? "fall" : "grow", arguments);
        }

        if (predicateClass == "arrest" && predicates.Lemma(token) is "hold" or "catch" && arguments.Recipient is { IsPerson: false } held && !People.Contains(held.Thing ?? ""))
        {
            return (predicates.Lemma(token), arguments);
        }

        // "became president of the guild" tells what "was elected president of the guild" tells.
        if (predicateClass.StartsWith("be:", StringComparison.Ordinal) && predicates.Lemma(token) == "become" && arguments.Object is { Entities.IsEmpty: true } role && Offices.Value.Contains(role.Head))
        {
            return ("appoint", new Arguments(null, arguments.Actor, null, [role, .. arguments.Others]));
        }

        if (tree.Child(token, "cop") >= 0 && Done(tree, token, arguments, reader, predicates) is { } done)
        {
            return done;
        }

        if (Plain(tree, token, predicateClass, arguments, predicates) is { } plain)
        {
            return plain;
        }

        if (predicateClass == "seize" && thing is not null && People.Contains(thing))
        {
            return ("arrest", arguments with { Object = null, Recipient = arguments.Object }); // "captured 20 pirates"
        }

        if (predicateClass is "transfer" or "use" && thing == "soldier")
        {
            return ("deploy", arguments); // "sent troops to the border", "deployed soldiers to the frontier"
        }

        if (predicateClass == "be:member" && predicates.Lemma(token) == "become" && arguments.Object?.Token is { } member)
        {
            foreach (int body in tree.Children(member, "nmod"))
            {
                if (tree.Child(body, "case") is var preposition && preposition >= 0 && tree.Is(preposition, "of"))
                {
                    return ("join", arguments with { Recipient = reader.Participant(body) }); // "became a member of the league"
                }
            }
        }

        // "the explosion occurred at the bank": what occurred is told by the noun, where and how by the verb.
        if (predicates.Lemma(token) is "occur" or "happen" && tree.Tokens.Tags[token] == UniversalTag.Verb && tree.Child(token, "nsubj") is var what && what >= 0 && tree.Tokens.Tags[what] == UniversalTag.Noun
            && PredicateLexicon.English.Noun(predicates.Lemma(what)) is { } act && !PredicateLexicon.English.IsMutual(act.Class))
        {
            Arguments own = reader.Read(what, what);
            own = own with { Others = [.. own.Others, .. arguments.Others] };
            return (act.Class, act.Class == "explode" ? own with { Recipient = own.Others.FirstOrDefault(static o => o.Entities.Length > 0) } : own);
        }

        // "the invasion of Kelder by Norland began in May": what began is told by the noun.
        if (predicateClass == "start" && arguments.Object is null && tree.Tokens.Tags[token] == UniversalTag.Verb && tree.Child(token, "nsubj") is var subject && subject >= 0 && tree.Tokens.Tags[subject] == UniversalTag.Noun
            && PredicateLexicon.English.Noun(predicates.Lemma(subject)) is { } noun && noun.Class is "visit" or "invade" or "attack" or "meet" or "protest" or "use")
        {
            return (noun.Class, reader.Read(subject, subject));
        }

        return (predicateClass, arguments);
    }

    // "Quill is the founder of the league", "the founder of the league is Quill": Quill founded it.
    private static (string Class, Arguments Arguments)? Done(Tree tree, int token, Arguments arguments, ArgumentReader reader, Predicates predicates)
    {
        int subject = tree.Child(token, "nsubj"), noun = token;
        if (!AgentNouns.Value.TryGetValue(predicates.Lemma(token), out string? verb))
        {
            noun = subject;
            if (subject < 0 || tree.Tokens.Tags[token] != UniversalTag.Propn || !AgentNouns.Value.TryGetValue(predicates.Lemma(subject), out verb))
            {
                return null;
            }
        }

        Participant? who = noun == token ? arguments.Actor : reader.Participant(token);
        foreach (int what in tree.Children(noun, "nmod"))
        {
            if (who is not null && tree.Child(what, "case") is var preposition && preposition >= 0 && tree.Is(preposition, "of"))
            {
                Participant thing = reader.Participant(what);
                bool isDoneTo = PredicateLexicon.English.Verb(verb) is { } entry && PredicateLexicon.English.IsDoneTo(entry.Class);
                return (PredicateLexicon.English.Verb(verb)?.Class ?? verb, new Arguments(who, isDoneTo ? null : thing, isDoneTo ? thing : null, [.. arguments.Others.Where(o => o.Token != what)]));
            }
        }

        return null;
    }

    // Verbs that tell another act with certain words beside them.
    private static (string Class, Arguments Arguments)? Plain(Tree tree, int token, string predicateClass, Arguments arguments, Predicates predicates)
    {
        if (tree.Tokens.Tags[token] != UniversalTag.Verb)
        {
            return null;
        }

        switch (predicates.Lemma(token))
        {
            case "land" when predicateClass == "visit" && tree.Child(token, "obj") is var gained && gained >= 0:
                return ("win", new Arguments(arguments.Actor, arguments.Recipient ?? arguments.Object, null, arguments.Others)); // "landed the contract"
            case "come" when predicateClass == "visit" && arguments.Recipient is null && tree.Child(token, "compound:prt") < 0:
                return ("come", arguments); // "came on board", "came in second"
            case "take" when arguments.Object is { Head: "place", Entities.IsEmpty: true }:
                return ("hold", new Arguments(null, arguments.Actor, null, arguments.Others)); // "a hearing took place", "was held"
            case "make" when tree.Child(token, "iobj", "obj") is var made && made >= 0 && (tree.Tokens.Tags[made] == UniversalTag.Pron || tree.Child(token, "xcomp", "ccomp") >= 0):
                return ("render", arguments); // "making it the worst of all", "made the crossing safer"
            case "escape" when arguments.Object is null && (arguments.Actor is not { Head: { } head, IsPerson: false } || !Fluids.Contains(head)):
                return ("flee", arguments); // oil escapes, people and "two of them" flee
            case "release" when predicateClass == "release" && arguments.Recipient is { IsPerson: false, Kind: not (Core.Accounts.ActorKind.Person or Core.Accounts.ActorKind.Group) } issued:
                return ("issue", arguments with { Object = issued, Recipient = null }); // "released a tool", not a prisoner
            default:
                return null;
        }
    }

    // What the object is left: the word behind it, wherever the parse hangs it.
    private static string? Left(Tree tree, int token)
    {
        const int WordsOfObject = 8;
        int sentence = tree.Tokens.SentenceOf(token);
        for (int at = token + 1; at < tree.Tokens.Count && at <= token + WordsOfObject && tree.Tokens.SentenceOf(at) == sentence && tree.Tokens.Tags[at] is not (UniversalTag.Verb or UniversalTag.Punct); at++)
        {
            if (tree.IsBelow(at, token) && (tree.Is(at, "dead") ? "kill" : tree.Is(at, "injured") || tree.Is(at, "wounded") || tree.Is(at, "hurt") ? "wound" : tree.Is(at, "homeless") ? "displace" : null) is { } state)
            {
                return state;
            }
        }

        return null;
    }
}
