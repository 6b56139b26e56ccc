using System.Text.Json.Serialization;
using Parallax.Core.Accounts;

namespace Parallax.Export.Json;

/// <summary>Generated readers and writers of the account's records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Account))]
internal sealed partial class AccountJsonContext : JsonSerializerContext;
