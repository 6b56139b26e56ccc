-- Stems by number, so that a report is compared with others without a word of theirs being read. What was indexed before is put into the new form with the next report that comes in.
ALTER TABLE story_report RENAME TO story_before;
DROP INDEX story_report_input;
DROP TABLE story_stem;
DROP TABLE story_count;

-- stems: for each, in the order of letters, its number and how often it counts, seven bits a byte, the lowest first.
CREATE TABLE story_report (
    number INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    input  TEXT NOT NULL REFERENCES report (sha256),
    day    INTEGER,
    stems  BLOB NOT NULL,
    story  TEXT,
    title  TEXT
) STRICT;

-- The number of a stem, from 0 on in the order in which stems came.
CREATE TABLE story_stem (
    stem   TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Columns of pairs of numbers, four bytes each, little-endian, 500 pairs a block. Of stems by number: how common in general English, and in how many reports.
CREATE TABLE story_use (
    block INTEGER PRIMARY KEY,
    pairs BLOB NOT NULL
) STRICT;

-- Of reports by number: the day, -1 where it is not known, and the number of stems.
CREATE TABLE story_outline (
    block INTEGER PRIMARY KEY,
    pairs BLOB NOT NULL
) STRICT;

-- The numbers of the reports in which a stem stands, four bytes each, little-endian, ascending. place: number of the stem × 2^20 + number of the report / 1000.
CREATE TABLE story_holder (
    place   INTEGER PRIMARY KEY,
    reports BLOB NOT NULL
) STRICT;

-- Inputs whose reports were not looked at yet.
CREATE TABLE story_missing (
    input TEXT NOT NULL PRIMARY KEY REFERENCES report (sha256)
) STRICT, WITHOUT ROWID;

INSERT INTO story_missing SELECT sha256 FROM report WHERE sha256 NOT IN (SELECT input FROM story_before);
