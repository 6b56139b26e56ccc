namespace Parallax.Quality.Scoring;

/// <summary>The assignment problem: rows to columns, each at most once, with the largest sum.</summary>
public static class Assignment
{
    /// <summary>The largest sum (Hungarian method, cubic in the larger side); values are 0 or more.</summary>
    public static double Best(double[,] values)
    {
        int n = Math.Max(values.GetLength(0), values.GetLength(1));
        double[] rows = new double[n + 1], columns = new double[n + 1];
        int[] match = new int[n + 1], way = new int[n + 1];
        double Cost(int r, int c) => r <= values.GetLength(0) && c <= values.GetLength(1) ? -values[r - 1, c - 1] : 0;
        for (int row = 1; row <= n; row++)
        {
            match[0] = row;
            int column = 0;
            double[] least = new double[n + 1];
            Array.Fill(least, double.PositiveInfinity);
            bool[] used = new bool[n + 1];
            do
            {
                used[column] = true;
                int current = match[column], next = 0;
                double delta = double.PositiveInfinity;
                for (int c = 1; c <= n; c++)
                {
                    if (used[c])
                    {
                        continue;
                    }

                    double reduced = Cost(current, c) - rows[current] - columns[c];
                    if (reduced < least[c])
                    {
                        (least[c], way[c]) = (reduced, column);
                    }

                    if (least[c] < delta)
                    {
                        (delta, next) = (least[c], c);
                    }
                }

                for (int c = 0; c <= n; c++)
                {
                    if (used[c])
                    {
                        rows[match[c]] += delta;
                        columns[c] -= delta;
                    }
                    else
                    {
                        least[c] -= delta;
                    }
                }

                column = next;
            }
            while (match[column] != 0);

            do
            {
                match[column] = match[way[column]];
                column = way[column];
            }
            while (column != 0);
        }

        double sum = 0;
        for (int c = 1; c <= n; c++)
        {
            sum -= match[c] > 0 ? Cost(match[c], c) : 0;
        }

        return sum;
    }
}
