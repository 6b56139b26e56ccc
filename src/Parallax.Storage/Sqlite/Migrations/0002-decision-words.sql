-- A decision in words, with the names as they were when it was made.
ALTER TABLE decision ADD COLUMN words TEXT NOT NULL DEFAULT '';
