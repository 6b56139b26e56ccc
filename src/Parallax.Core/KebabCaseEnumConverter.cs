using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parallax.Core;

/// <summary>Writes an enumeration as its name in kebab case (<c>NotStated</c> is <c>not-stated</c>), as the account format has it.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class KebabCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
