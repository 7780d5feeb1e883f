-- The tables. Rows are only ever added; what no longer holds gets a date in withdrawn_at.
-- Times are ISO 8601 in UTC. Every row that a component made points to the set of runs that made it.

-- A component in one version with one model.
CREATE TABLE runs (
    id            INTEGER PRIMARY KEY,
    component     TEXT NOT NULL,
    version       TEXT NOT NULL,
    model_digest  TEXT,
    first_used_at TEXT NOT NULL
);
CREATE UNIQUE INDEX runs_distinct ON runs (component, version, COALESCE(model_digest, ''));

-- The runs that worked together on an article; `label` lists them, so that equal sets share a row.
CREATE TABLE run_sets (
    id    INTEGER PRIMARY KEY,
    label TEXT NOT NULL UNIQUE
);
CREATE TABLE run_set_members (
    run_set INTEGER NOT NULL REFERENCES run_sets (id),
    run     INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (run_set, run)
);

-- Bytes as received, kept only on request: zlib, once for each digest.
CREATE TABLE pages (
    digest     TEXT PRIMARY KEY,
    compressed BLOB NOT NULL,
    size       INTEGER NOT NULL
);

-- `version` counts the texts read from one address; `previous` is the one before.
-- `source` to `notes` tell how the bytes reached us. `text` stands last, so that reading the other
-- columns does not pass through it.
CREATE TABLE articles (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    outlet        TEXT,
    title         TEXT,
    author        TEXT,
    url           TEXT,
    published     TEXT,
    language      TEXT,
    ref           TEXT,
    version       INTEGER NOT NULL CHECK (version >= 1),
    previous      TEXT REFERENCES articles (id),
    source        TEXT,
    page_digest   TEXT,
    received_at   TEXT,
    format        TEXT,
    final_url     TEXT,
    response_date TEXT,
    notes         TEXT,
    run_set       INTEGER NOT NULL REFERENCES run_sets (id),
    created_at    TEXT NOT NULL,
    text          TEXT NOT NULL
);
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_outlet ON articles (outlet);

-- `place` is the row's order in its article. `innermost_…` repeat the last link of `chain`, for tallies.
CREATE TABLE attributions (
    number                 INTEGER PRIMARY KEY,
    id                     TEXT NOT NULL UNIQUE,
    article                TEXT NOT NULL REFERENCES articles (id),
    place                  INTEGER NOT NULL,
    parent                 TEXT,
    quoted                 TEXT NOT NULL,
    chain                  TEXT NOT NULL,
    addressee              TEXT,
    medium                 TEXT,
    innermost_name         TEXT,
    innermost_described_as TEXT,
    innermost_kind         TEXT NOT NULL,
    stance                 TEXT NOT NULL,
    certainty              TEXT NOT NULL,
    reporter_hedge         TEXT,
    said_at                TEXT,
    event_at               TEXT,
    why_null               TEXT NOT NULL,
    participants           TEXT NOT NULL,
    places                 TEXT NOT NULL,
    confidence             REAL,
    run_set                INTEGER NOT NULL REFERENCES run_sets (id),
    created_at             TEXT NOT NULL,
    withdrawn_at           TEXT,
    UNIQUE (article, place)
);

-- Code points of the article's text; "end" is the first one outside.
CREATE TABLE spans (
    attribution INTEGER NOT NULL REFERENCES attributions (number),
    role        TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content')),
    place       INTEGER NOT NULL,
    start       INTEGER NOT NULL CHECK (start >= 0),
    "end"       INTEGER NOT NULL CHECK ("end" > start),
    PRIMARY KEY (attribution, role, place)
);

CREATE TABLE claims (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    text       TEXT NOT NULL,
    run_set    INTEGER NOT NULL REFERENCES run_sets (id),
    created_at TEXT NOT NULL
);

CREATE TABLE claim_members (
    number       INTEGER PRIMARY KEY,
    claim        TEXT NOT NULL REFERENCES claims (id),
    attribution  TEXT NOT NULL REFERENCES attributions (id),
    run_set      INTEGER NOT NULL REFERENCES run_sets (id),
    created_at   TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE UNIQUE INDEX claim_members_distinct ON claim_members (claim, attribution) WHERE withdrawn_at IS NULL;
CREATE INDEX claim_members_by_attribution ON claim_members (attribution);

CREATE TABLE claim_merges (
    number       INTEGER PRIMARY KEY,
    claim        TEXT NOT NULL REFERENCES claims (id),
    merged_into  TEXT NOT NULL REFERENCES claims (id),
    run_set      INTEGER NOT NULL REFERENCES run_sets (id),
    created_at   TEXT NOT NULL,
    withdrawn_at TEXT,
    CHECK (claim <> merged_into)
);
CREATE UNIQUE INDEX claim_merges_distinct ON claim_merges (claim) WHERE withdrawn_at IS NULL;

-- `a` and `b` are attributions or articles, as `kind` says.
CREATE TABLE links (
    number       INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL,
    a            TEXT NOT NULL,
    b            TEXT NOT NULL,
    score        REAL NOT NULL,
    why          TEXT NOT NULL,
    judgement    TEXT NOT NULL,
    decided_by   TEXT NOT NULL,
    run_set      INTEGER NOT NULL REFERENCES run_sets (id),
    created_at   TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE UNIQUE INDEX links_distinct ON links (kind, a, b) WHERE withdrawn_at IS NULL;
CREATE INDEX links_by_b ON links (b);
CREATE INDEX links_by_a ON links (a);

CREATE TABLE rejections (
    number     INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    advice     TEXT NOT NULL,
    digest     TEXT,
    created_at TEXT NOT NULL
);
CREATE INDEX rejections_by_source ON rejections (source);

CREATE TABLE failures (
    number     INTEGER PRIMARY KEY,
    article    TEXT NOT NULL REFERENCES articles (id),
    component  TEXT NOT NULL,
    reason     TEXT NOT NULL,
    run_set    INTEGER NOT NULL REFERENCES run_sets (id),
    created_at TEXT NOT NULL
);
CREATE INDEX failures_by_article ON failures (article);
