-- What a person knows a report by, to tell of its story; null for what was indexed before.
ALTER TABLE story_report ADD COLUMN title TEXT;
