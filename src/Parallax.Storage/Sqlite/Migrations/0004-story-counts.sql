-- In how many reports a stem stands: pairs of the stem's hash (eight bytes) and the number (four), little-endian, sorted; in 256 parts by the first byte of the hash.
CREATE TABLE story_count (
    part  INTEGER PRIMARY KEY,
    stems BLOB NOT NULL
) STRICT;

-- What was indexed before without these counts is indexed again with the next report that comes in.
DELETE FROM story_report;
DELETE FROM story_stem;
