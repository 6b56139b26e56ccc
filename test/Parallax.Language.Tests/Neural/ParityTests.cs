using System.Runtime.InteropServices;
using System.Text.Json;
using Parallax.Language.Neural;
using Parallax.Language.Neural.Heads;
using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

/// <summary>The C# network against the reference of training/exact.py, bit for bit, with every kernel of this processor.</summary>
public sealed unsafe class ParityTests
{
    private static readonly JsonElement Parity =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Neural", "parity.json"))).RootElement;

    public static TheoryData<int> Kernels() => InstalledModel.KernelPlaces();

    [Fact]
    public void Version_OfParityFile_IsThatOfTheWeights() =>
        InstalledModel.Model.Version.ShouldBe(Parity.GetProperty("version").GetString(), "the parity file belongs to other weights: run training/parity.py");

    [Fact]
    public void FindRows_OfParityForms_AreThoseOfTheReference()
    {
        foreach (JsonElement sentence in Parity.GetProperty("sentences").EnumerateArray())
        {
            string[] forms = Texts(sentence, "forms");
            int[] rows = new int[FormInput.RowCount];
            for (int i = 0; i < forms.Length; i++)
            {
                InstalledModel.Model.Input.FindRows(forms[i], rows);
                rows.ShouldBe(Integers(sentence.GetProperty("rows")[i]), $"rows of “{forms[i]}”");
            }
        }
    }

    [Fact]
    public void Hash64_OfParityWords_IsThatOfTheReference()
    {
        foreach (JsonProperty word in Parity.GetProperty("hash64").EnumerateObject())
        {
            FormText.Hash64(word.Name).ShouldBe(ulong.Parse(word.Value.GetString()!, System.Globalization.CultureInfo.InvariantCulture), word.Name);
        }
    }

    [Fact]
    public void QuoteState_OfParityForms_IsThatOfTheReference()
    {
        QuoteState state = default;
        foreach (JsonElement sentence in Parity.GetProperty("sentences").EnumerateArray())
        {
            int[] expected = Integers(sentence.GetProperty("quotes"));
            Texts(sentence, "forms").Select(form => (int)state.Next(form)).ToArray().ShouldBe(expected);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Encode_OfParitySentences_HasTheBitsOfTheReference(int kernels)
    {
        foreach (JsonElement sentence in Parity.GetProperty("sentences").EnumerateArray())
        {
            Pass pass = InstalledModel.Pass(kernels);
            JsonElement trace = sentence.GetProperty("trace");
            FormCache forms = new(InstalledModel.Model.Input, InstalledModel.Model.Encoder.Width);
            StateBatch batch = Encode(pass, sentence, forms, (name, rows) => Compare(trace.GetProperty(name), (float*)rows, $"{name}, {pass.Integers.Name}"));
            batch.Rows.ShouldBe(sentence.GetProperty("forms").GetArrayLength());
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Heads_OfParitySentences_HaveTheBitsOfTheReference(int kernels)
    {
        NeuralModel model = InstalledModel.Model;
        foreach (JsonElement sentence in Parity.GetProperty("sentences").EnumerateArray())
        {
            Pass pass = InstalledModel.Pass(kernels);
            FormCache forms = new(model.Input, model.Encoder.Width);
            StateBatch batch = Encode(pass, sentence, forms, null);
            int count = batch.Rows;
            CompareRows(sentence.GetProperty("upos"), model.PartsOfSpeech.Scores(pass, batch), count, model.PartsOfSpeech.Linear.Stride, "upos");
            Chosen(pass, model.Features, batch).ShouldBe(Integers(sentence.GetProperty("featsBest")));
            Chosen(pass, model.Lemmas, batch).ShouldBe(Integers(sentence.GetProperty("lemmaBest")));
            CompareRows(sentence.GetProperty("arcs"), model.Parse.Arcs(pass, batch, 0), count, ParseHead.ArcStride(count), "arcs");
            int[] heads = Integers(sentence.GetProperty("greedyHeads"));
            fixed (int* first = heads)
            {
                float* labels = model.Parse.LabelScores(pass, batch, first, out int labelStride);
                CompareRows(sentence.GetProperty("labels"), labels, Math.Min(2, count), labelStride, "labels");
                Enumerable.Range(0, count).Select(i => pass.Floats.Greatest(labels + (i * labelStride), labelStride)).ToArray()
                    .ShouldBe(Integers(sentence.GetProperty("labelBest")));
            }

            CompareRows(sentence.GetProperty("names"), model.Names.Emissions(pass, batch, out int nameStride), count, nameStride, "names");
            byte* tags = pass.Memory.Take<byte>(count);
            model.Names.Decode(pass, batch, tags);
            Enumerable.Range(0, count).Select(i => (int)tags[i]).ToArray().ShouldBe(Integers(sentence.GetProperty("namesTags")));
            CompareRows(sentence.GetProperty("factuality"), model.Factuality.Scores(pass, batch, out int scoreStride), count, scoreStride, "factuality");
        }
    }

    [Fact]
    public void Lemma_OfParitySentences_IsThatOfTheReference()
    {
        NeuralModel model = InstalledModel.Model;
        Pass pass = InstalledModel.Pass(0);
        LemmaCache lemmas = new(model.Lemmas, model.KnownLemmas);
        foreach (JsonElement sentence in Parity.GetProperty("sentences").EnumerateArray())
        {
            StateBatch batch = Encode(pass, sentence, new FormCache(model.Input, model.Encoder.Width), null);
            float* tags = model.PartsOfSpeech.Scores(pass, batch);
            float* scores = model.Lemmas.Scores(pass, batch);
            string[] forms = Texts(sentence, "forms");
            for (int i = 0; i < forms.Length; i++)
            {
                int tag = pass.Floats.Greatest(tags + (i * model.PartsOfSpeech.Linear.Stride), model.PartsOfSpeech.Linear.Stride);
                lemmas.Lemma(pass, forms[i], FormCache.Capacity, tag, scores + (i * model.Lemmas.Linear.Stride))
                    .ShouldBe(sentence.GetProperty("lemmas")[i].GetString(), $"lemma of “{forms[i]}”");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Roles_OfParityWindows_HaveTheBitsOfTheReference(int kernels)
    {
        NeuralModel model = InstalledModel.Model;
        Pass pass = InstalledModel.Pass(kernels);
        FormCache forms = new(model.Input, model.Encoder.Width);
        List<float> states = [];
        foreach (JsonElement sentence in Parity.GetProperty("sentences").EnumerateArray())
        {
            StateBatch batch = Encode(pass, sentence, forms, null);
            states.AddRange(new ReadOnlySpan<float>(batch.States, batch.Rows * model.Encoder.Width));
        }

        foreach (JsonElement window in Parity.GetProperty("windows").EnumerateArray())
        {
            int from = window.GetProperty("from").GetInt32(), count = window.GetProperty("to").GetInt32() - from;
            byte[] boundaries = [.. Integers(window.GetProperty("boundaries")).Select(static b => (byte)b)];
            Sequences windows = One(pass, count);
            fixed (float* state = CollectionsMarshal.AsSpan(states)[(from * model.Encoder.Width)..])
            fixed (byte* boundary = boundaries)
            {
                float* role = model.Roles.States(pass, state, null, boundary, window.GetProperty("depth").GetInt32(), windows);
                CompareRows(window.GetProperty("roles"), model.Roles.Emissions(pass, role, count, out int stride), count, stride, "roles");
                byte* tags = pass.Memory.Take<byte>(count);
                model.Roles.Decode(pass, role, windows, tags);
                Enumerable.Range(0, count).Select(i => (int)tags[i]).ToArray().ShouldBe(Integers(window.GetProperty("rolesTags")));
                CompareLinks(window.GetProperty("links"), pass, role, count);
            }
        }
    }

    private static void CompareLinks(JsonElement expected, Pass pass, float* role, int count)
    {
        RoleHead head = InstalledModel.Model.Roles;
        int stride = head.Links(pass, role, count, out float* sources, out float* targets);
        int at = 0;
        foreach (JsonElement value in expected.EnumerateArray())
        {
            int row = at / (count + 1), column = at % (count + 1);
            float score = head.LinkScore(sources + (row * stride), column == 0 ? null : targets + ((column - 1) * stride));
            score.ShouldBe(value.GetSingle(), $"link {row} {column}");
            at++;
        }

        at.ShouldBeGreaterThan(count);
    }

    private static StateBatch Encode(Pass pass, JsonElement sentence, FormCache cache, Action<string, nint>? trace)
    {
        NeuralModel model = InstalledModel.Model;
        string[] forms = Texts(sentence, "forms");
        int[] quoteStates = Integers(sentence.GetProperty("quotes"));
        int* places = pass.Memory.Take<int>(forms.Length);
        byte* quotes = pass.Memory.Take<byte>(forms.Length);
        byte* parts = pass.Memory.Take<byte>(forms.Length);
        cache.Begin(forms.Length);
        for (int i = 0; i < forms.Length; i++)
        {
            places[i] = cache.Find(forms[i]);
            quotes[i] = (byte)quoteStates[i];
            parts[i] = (byte)sentence.GetProperty("part").GetInt32();
        }

        cache.Complete(pass);
        if (trace is not null)
        {
            float[] expected = [.. sentence.GetProperty("trace").GetProperty("form").EnumerateArray().Select(static v => v.GetSingle())];
            int width = model.Encoder.Width;
            for (int i = 0; i < expected.Length; i++)
            {
                cache.Vector(places[i / width])[i % width].ShouldBe(expected[i], $"form {i}");
            }
        }

        Sequences sequences = One(pass, forms.Length);
        float* states = model.Encoder.Encode(pass, cache, places, quotes, parts, sequences, trace);
        byte* activations = pass.Memory.Take<byte>(forms.Length * model.Encoder.Width);
        pass.Floats.Quantise(states, forms.Length * model.Encoder.Width, model.StateQuant, activations);
        return new StateBatch((nint)states, (nint)activations, (nint)quotes, sequences);
    }

    private static Sequences One(Pass pass, int count)
    {
        int* bounds = pass.Memory.Take<int>(2);
        bounds[0] = 0;
        bounds[1] = count;
        return new Sequences((nint)bounds, 1);
    }

    private static int[] Chosen(Pass pass, TagHead head, StateBatch batch)
    {
        ushort* labels = pass.Memory.Take<ushort>(batch.Rows);
        head.Choose(pass, batch, labels);
        return [.. Enumerable.Range(0, batch.Rows).Select(i => (int)labels[i])];
    }

    private static void Compare(JsonElement expected, float* values, string what)
    {
        int i = 0;
        foreach (JsonElement value in expected.EnumerateArray())
        {
            values[i].ShouldBe(value.GetSingle(), $"{what} {i}");
            i++;
        }

        i.ShouldBeGreaterThan(0);
    }

    private static void CompareRows(JsonElement expected, float* values, int rows, int stride, string what)
    {
        int width = expected.GetArrayLength() / rows, i = 0;
        foreach (JsonElement value in expected.EnumerateArray())
        {
            values[((i / width) * stride) + (i % width)].ShouldBe(value.GetSingle(), $"{what} {i / width} {i % width}");
            i++;
        }

        i.ShouldBeGreaterThan(0);
    }

    private static string[] Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(static v => v.GetString()!)];

    private static int[] Integers(JsonElement element) => [.. element.EnumerateArray().Select(static v => v.GetInt32())];
}
