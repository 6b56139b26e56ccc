-- The collection in its first form. A migration never changes once it has been released.
CREATE TABLE report (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE report_name (
    sha256 TEXT NOT NULL REFERENCES report (sha256),
    name   TEXT NOT NULL,
    PRIMARY KEY (sha256, name)
) STRICT, WITHOUT ROWID;

-- The layers read from a report (one input may hold several) by one version of the reader.
CREATE TABLE layers (
    report  TEXT NOT NULL PRIMARY KEY,
    reader  TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;

-- Group ids given: which id each member was first seen under.
CREATE TABLE given_id (
    member TEXT NOT NULL PRIMARY KEY,
    id     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    number  INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    value   TEXT NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0
) STRICT;
