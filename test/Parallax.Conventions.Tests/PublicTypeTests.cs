using System.Reflection;
using Shouldly;
using Xunit;

namespace Parallax.Conventions.Tests;

public sealed class PublicTypeTests
{
    private static readonly string[] ForbiddenNames = ["Common", "Shared", "Util", "Utils", "Utility", "Helper", "Helpers", "Manager", "Misc", "Implementations"];

    public static TheoryData<string> Libraries => new(["Parallax.Core", "Parallax.Fetching", "Parallax.Intake", "Parallax.Language", "Parallax.Stories", "Parallax.Storage", "Parallax.Export", "Parallax.Application"]);

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Properties_OfPublicTypes_HaveNoPublicSetter(string library)
    {
        IEnumerable<string> settable = PublicTypes(library).SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(static property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(static property => $"{property.DeclaringType}.{property.Name}");
        settable.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Fields_OfPublicTypes_AreConstants(string library)
    {
        IEnumerable<string> fields = PublicTypes(library).Where(static type => !type.IsEnum)
            .SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(static field => !field.IsLiteral).Select(static field => $"{field.DeclaringType}.{field.Name}");
        fields.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Types_AreSealedAbstractOrStatic(string library)
    {
        IEnumerable<string?> open = PublicTypes(library).Where(static type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !HasHeir(type)).Select(static type => type.FullName);
        open.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void NamesOfTypesAndNamespaces_SayWhatTheyAreFor(string library)
    {
        IEnumerable<string?> vague = Assembly.Load(library).GetTypes().Where(static type => type.Namespace?.StartsWith("Parallax", StringComparison.Ordinal) == true)
            .Where(static type => type.FullName!.Split('.', '+').Any(static part => ForbiddenNames.Any(name => part == name || (part.EndsWith(name, StringComparison.Ordinal) && name.Length > 5)))).Select(static type => type.FullName);
        vague.ShouldBeEmpty();
    }

    private static IEnumerable<Type> PublicTypes(string library) => Assembly.Load(library).GetExportedTypes();

    private static bool HasHeir(Type type) => type.Assembly.GetTypes().Any(other => other.BaseType == type);
}
