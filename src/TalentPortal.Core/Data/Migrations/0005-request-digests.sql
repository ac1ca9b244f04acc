-- A program may send the same key again only with the same request: a keyed digest of it is kept with the first answer.
alter table operations add column request_digest bytea;
