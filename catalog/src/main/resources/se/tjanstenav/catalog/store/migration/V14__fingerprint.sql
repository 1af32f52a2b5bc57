-- What a record was made of: its source, and how the feed maps. Null where that is not known, and where the record has warnings.
alter table staged add column fingerprint text;
alter table contribution add column fingerprint text;
