-- By what reports are grouped into stories, with an inverted index, so that one more is placed without the others.
CREATE TABLE story_report (
    number INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    input  TEXT NOT NULL REFERENCES report (sha256),
    day    INTEGER,
    stems  BLOB NOT NULL,
    story  TEXT
) STRICT;

CREATE INDEX story_report_input ON story_report (input);

-- The reports in which a stem stands: pairs of number and day, four bytes each, little-endian; day -1 where it is not known.
CREATE TABLE story_stem (
    stem    TEXT NOT NULL,
    segment INTEGER NOT NULL,
    reports BLOB NOT NULL,
    PRIMARY KEY (stem, segment)
) STRICT, WITHOUT ROWID;
