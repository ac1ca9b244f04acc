-- What officers write for each other and for themselves: notes on a case, phrases for opinions.

create table case_notes (
  id uuid primary key,
  case_id uuid not null references cases,
  author_id uuid not null references portal_users,
  text text not null check (length(text) between 1 and 2000),
  mentioned uuid[] not null default '{}' check (cardinality(mentioned) <= 10),
  written_at timestamptz not null
);
create index case_notes_case on case_notes (case_id, written_at);
create index case_notes_mentioned on case_notes using gin (mentioned);

-- A phrase with a unit is offered to everybody of that unit, one without to its owner alone.
create table phrases (
  id uuid primary key,
  owner_id uuid not null references portal_users,
  organisation_id uuid references organisations,
  text text not null check (length(text) between 1 and 500),
  created_at timestamptz not null
);
create unique index phrases_one on phrases (owner_id, md5(text));
create index phrases_organisation on phrases (organisation_id) where organisation_id is not null;
