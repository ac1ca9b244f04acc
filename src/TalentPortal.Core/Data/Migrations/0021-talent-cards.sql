-- The talent card: levels and benefits as dated versions, and cards as cases of their own.

alter table cases drop constraint cases_kind_check;
alter table cases add constraint cases_kind_check check (kind in ('Application', 'Objection', 'Workflow', 'Rating', 'Card'));

-- What levels there are and what each gets. A version is never edited: a card keeps the one it was issued under.
create table benefit_catalogue_versions (
  id uuid primary key,
  version int not null unique check (version >= 1),
  effective_from date not null,
  checksum text not null unique check (checksum ~ '^[0-9a-f]{64}$'),
  content json not null,
  made_by uuid references portal_users,
  published_at timestamptz not null
);
create index benefit_catalogue_versions_from on benefit_catalogue_versions (effective_from, version);

-- The matrix of a version, for statements that join it.
create table benefit_grants (
  version_id uuid not null references benefit_catalogue_versions,
  level text not null check (length(level) between 1 and 30),
  benefit text not null check (length(benefit) between 1 and 30),
  kind text not null check (kind in ('Count', 'Discount', 'Allowance', 'GreenLane', 'Entitlement')),
  value numeric(12, 2) check (value >= 0),
  unit text not null check (unit in ('None', 'Times', 'PercentOfPrice', 'Yuan')),
  period text check (period in ('Year', 'Quarter', 'Month')),
  every int not null check (every between 1 and 10),
  primary key (version_id, level, benefit),
  check ((kind = 'Count') = (unit = 'Times')),
  check (kind <> 'Count' or period is not null),
  check ((kind = 'Discount') = (unit = 'PercentOfPrice')),
  check ((kind = 'Allowance') = (unit = 'Yuan')),
  check (kind not in ('Discount', 'Allowance') or value is not null),
  check (unit <> 'PercentOfPrice' or value < 100)
);

create function refuse_benefit_edit() returns trigger language plpgsql as $$
begin
  raise exception 'a published version of the benefit catalogue stays as it is' using errcode = '42501';
end $$;
create trigger benefit_catalogue_versions_kept before update or delete on benefit_catalogue_versions for each row execute function refuse_benefit_edit();
create trigger benefit_grants_kept before update or delete on benefit_grants for each row execute function refuse_benefit_edit();

create sequence card_serials maxvalue 99999 cycle;

create table talent_cards (
  case_id uuid primary key references cases,
  person_id uuid not null references persons,
  application_case_id uuid not null constraint talent_cards_one_an_application unique references applications,
  number text not null unique check (number ~ '^[0-9]{16}[0-9X]$'),
  number_dead boolean not null default false,
  level text not null check (length(level) between 1 and 30),
  basis_id uuid not null,
  catalogue_version_id uuid not null references benefit_catalogue_versions,
  status text not null check (status in ('Active', 'Suspended', 'Lost', 'Expired', 'Cancelled')),
  issued_on date not null,
  expires_on date not null,
  photo_material_id uuid references materials,
  stopped_at timestamptz,
  revision int not null default 0,
  check (expires_on >= issued_on),
  check (status <> 'Lost' or number_dead),
  check (status <> 'Active' or not number_dead)
);
create unique index talent_cards_one_held on talent_cards (person_id) where status <> 'Cancelled';
create index talent_cards_expiring on talent_cards (expires_on) where status = 'Active';
create index talent_cards_level on talent_cards (level, status);

-- Every number that was ever given; one that is not its card's present number is dead.
create table card_numbers (
  number text primary key check (number ~ '^[0-9]{16}[0-9X]$'),
  case_id uuid not null references talent_cards,
  given_at timestamptz not null
);
create index card_numbers_case on card_numbers (case_id);

create table card_bases (
  id uuid primary key,
  case_id uuid not null references talent_cards,
  kind text not null check (kind in ('Recognition', 'Title', 'Degree', 'Honour')),
  code text not null check (length(code) between 1 and 60),
  level text not null check (length(level) between 1 and 30),
  recognition_id uuid references recognitions,
  material_id uuid references materials,
  valid_from date not null,
  valid_to date,
  ended_on date,
  recorded_at timestamptz not null,
  check ((kind = 'Recognition') = (recognition_id is not null)),
  check (valid_to >= valid_from)
);
create index card_bases_case on card_bases (case_id);
create unique index card_bases_recognition on card_bases (recognition_id, case_id) where ended_on is null;
alter table talent_cards add foreign key (basis_id) references card_bases deferrable initially deferred;

-- What was done with a card. Append-only.
create table card_actions (
  id uuid primary key,
  case_id uuid not null references talent_cards,
  kind text not null check (kind in ('Issued', 'Suspended', 'Resumed', 'LossReported', 'Replaced', 'LevelChanged', 'Renewed', 'Expired', 'Cancelled', 'Stopped', 'StopLifted')),
  by_user_id uuid references portal_users,
  reason text not null default '' check (length(reason) <= 2000),
  level_before text,
  level_after text,
  status text not null check (status in ('Active', 'Suspended', 'Lost', 'Expired', 'Cancelled')),
  acted_at timestamptz not null,
  check ((kind = 'LevelChanged') <= (level_before is not null and level_after is not null))
);
create index card_actions_case on card_actions (case_id, acted_at);
