-- The words of every row for full-text search; rowid is attributions.number. SQLite only (FTS5).
-- The texts themselves are not kept here a second time (content='').

CREATE VIRTUAL TABLE entry_words USING fts5 (
    content, source, cue, title, outlet,
    content = '',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
