using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Tests;

/// <summary>Three short reports of one invented story: a sale of boats that one side admits, one denies, and that two date differently.</summary>
internal static class HarbourStory
{
    public static AnnotatedReport Admission() => Sample.Of(
        """
        Foreign    foreign   ADJ    _            2  amod
        Minister   minister  NOUN   _            3  compound
        Ada        Ada       PROPN  _            5  nsubj
        Quill      Quill     PROPN  _            3  flat
        said       say       VERB   _            0  root
        Norland    Norland   PROPN  _            7  nsubj
        sold       sell      VERB   Tense=Past   5  ccomp
        patrol     patrol    NOUN   _            9  compound
        boats      boat      NOUN   _            7  obj
        to         to        ADP    _           11  case
        Sedonia    Sedonia   PROPN  _            7  obl
        before     before    ADP    _           14  case
        the        the       DET    _           14  det
        war        war       NOUN   _            7  obl
        .          .         PUNCT  _            5  punct

        Quill      Quill     PROPN  _            2  nsubj
        met        meet      VERB   Tense=Past   0  root
        Orin       Orin      PROPN  _            2  obj
        Vale       Vale      PROPN  _            3  flat
        in         in        ADP    _            6  case
        Sedonia    Sedonia   PROPN  _            2  obl
        on         on        ADP    _            8  case
        Wednesday  Wednesday PROPN  _            2  obl
        .          .         PUNCT  _            2  punct
        """, "The Norland Post")
        .Entity("Ada Quill", ActorKind.Person, "NL1", ["Ada Quill", "Quill~"], ["Quill"], ["foreign minister of Norland"])
        .Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Orin Vale", ActorKind.Person, "SE1")
        .Time("Wednesday", "XXXX-WXX-3", TimeAnchor.None)
        .Statement("Ada Quill", "said", "Norland sold patrol boats to Sedonia before the war", Stance.Admits, lemma: "say")
        .Event("sold", "sell").Event("met", "meet", PloverType.CONSULT)
        .Build();

    public static AnnotatedReport Denial() => Sample.Of(
        """
        Orin       Orin      PROPN  _            3  nsubj
        Vale       Vale      PROPN  _            1  flat
        denied     deny      VERB   Tense=Past   0  root
        that       that      SCONJ  _            6  mark
        Norland    Norland   PROPN  _            6  nsubj
        delivered  deliver   VERB   Tense=Past   3  ccomp
        boats      boat      NOUN   _            6  obj
        to         to        ADP    _            9  case
        Sedonia    Sedonia   PROPN  _            6  obl
        .          .         PUNCT  _            3  punct

        Vale       Vale      PROPN  _            2  nsubj
        met        meet      VERB   Tense=Past   0  root
        Ada        Ada       PROPN  _            2  obj
        Quill      Quill     PROPN  _            3  flat
        on         on        ADP    _            6  case
        November   November  PROPN  _            2  obl
        9          9         NUM    _            6  nummod
        2022       2022      NUM    _            6  nummod
        .          .         PUNCT  _            2  punct
        """, "Sedonia Daily", "2022-11-10")
        .Entity("Orin Vale", ActorKind.Person, "SE1", ["Orin Vale", "Vale~"], ["Vale"]).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Ada Quill", ActorKind.Person)
        .Time("November 9 2022", "2022-11-09")
        .Statement("Orin Vale", "denied", "Norland delivered boats to Sedonia", Stance.Denies, lemma: "deny")
        .Event("delivered", "deliver").Event("met", "meet", PloverType.CONSULT)
        .Build();

    public static AnnotatedReport Accusation() => Sample.Of(
        """
        Officials  official  NOUN   _            2  nsubj
        say        say       VERB   _            0  root
        Norland    Norland   PROPN  _            4  nsubj
        shipped    ship      VERB   Tense=Past   2  ccomp
        patrol     patrol    NOUN   _            6  compound
        boats      boat      NOUN   _            4  obj
        to         to        ADP    _            8  case
        Sedonia    Sedonia   PROPN  _            4  obl
        after      after     ADP    _           11  case
        the        the       DET    _           11  det
        war        war       NOUN   _            4  obl
        .          .         PUNCT  _            2  punct
        """, "The Far Courier", "2022-11-12")
        .Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Statement("Officials", "say", "Norland shipped patrol boats to Sedonia after the war", lemma: "say")
        .Event("shipped", "ship")
        .Build();

    public static IReadOnlyList<AnnotatedReport> All() => [Admission(), Denial(), Accusation()];
}
