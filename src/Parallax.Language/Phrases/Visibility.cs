[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Parallax.Language.Tests")]
