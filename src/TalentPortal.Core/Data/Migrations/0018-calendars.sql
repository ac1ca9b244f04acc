-- Calendars as they were brought in while the portal runs. Append-only: the last row of a layer and year counts, over the seed data.
create table calendar_years (
  id uuid primary key,
  edition bigint generated always as identity unique,
  layer text not null check (length(layer) between 1 and 60),
  year int not null check (year between 2000 and 2200),
  content json not null,
  source text not null check (length(source) between 1 and 400),
  recorded_by uuid not null references portal_users,
  recorded_at timestamptz not null
);
create index calendar_years_of on calendar_years (layer, year, edition);
