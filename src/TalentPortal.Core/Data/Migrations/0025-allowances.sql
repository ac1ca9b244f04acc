-- Allowances: what a card holder is paid, under what conditions, in which batch, and what is claimed back.

-- A payment batch is a case of its own.
alter table cases drop constraint cases_kind_check;
alter table cases add constraint cases_kind_check check (kind in ('Application', 'Objection', 'Workflow', 'Rating', 'Card', 'PaymentBatch'));

-- An allowance shares the key of the application that asked for it.
create table allowances (
  case_id uuid primary key references applications,
  person_id uuid not null references persons,
  card_id uuid not null references talent_cards,
  catalogue_version_id uuid not null references benefit_catalogue_versions,
  level text not null check (length(level) between 1 and 30),
  benefit text not null check (length(benefit) between 1 and 30),
  exclusion_group text check (length(exclusion_group) between 1 and 60),
  amount numeric(12, 2) not null check (amount > 0),
  period text check (period in ('Year', 'Quarter', 'Month')),
  every int not null check (every between 1 and 10),
  from_on date not null,
  until_on date,
  partial text not null check (partial in ('None', 'ProRata', 'Whole')),
  needs_employment boolean not null,
  insurance_months int not null check (insurance_months between 0 and 120),
  bank text not null check (length(bank) between 1 and 100),
  account_cipher bytea not null check (octet_length(account_cipher) between 31 and 200),
  account_masked text not null check (account_masked ~ '^\**[0-9]{4}$'),
  account_version int not null check (account_version >= 1),
  status text not null check (status in ('Active', 'Ended')),
  ended_on date,
  end_reason text not null default '' check (length(end_reason) <= 500),
  revision int not null default 0,
  check (until_on >= from_on),
  check ((status = 'Ended') = (ended_on is not null))
);
-- A person has a benefit once, and of those that exclude each other one.
create unique index allowances_one_a_benefit on allowances (person_id, benefit) where status = 'Active';
create unique index allowances_one_a_group on allowances (person_id, exclusion_group) where status = 'Active';
create index allowances_card on allowances (card_id);

-- What the office found for a period. Append-only: the last entry of a period counts.
create table allowance_conditions (
  id uuid primary key,
  case_id uuid not null references allowances,
  period_from date not null,
  employed boolean not null,
  insurance_months int not null check (insurance_months between 0 and 120),
  source text not null check (length(source) between 1 and 200),
  by_user_id uuid not null references portal_users,
  entered_at timestamptz not null
);
create index allowance_conditions_case on allowance_conditions (case_id, period_from, entered_at);

-- Money to be paid back.
create table recoveries (
  id uuid primary key,
  case_id uuid not null references allowances,
  ground text not null check (ground in ('Revoked', 'PaidWrongly')),
  amount numeric(12, 2) not null check (amount > 0),
  reason text not null check (length(reason) between 1 and 500),
  source_case_id uuid references cases,
  due_on date not null,
  claimed_by uuid references portal_users,
  claimed_at timestamptz not null,
  set_off_by uuid references portal_users,
  set_off_at timestamptz,
  set_off_reason text not null default '' check (length(set_off_reason) <= 500),
  revision int not null default 0,
  check ((set_off_by is null) = (set_off_at is null)),
  check (set_off_by <> claimed_by)
);
create index recoveries_case on recoveries (case_id);
create unique index recoveries_one_a_source on recoveries (case_id, source_case_id);

-- What came back. Append-only.
create table recovery_receipts (
  id uuid primary key,
  case_id uuid not null references allowances,
  recovery_id uuid not null references recoveries,
  amount numeric(12, 2) not null check (amount > 0),
  received_on date not null,
  by_user_id uuid not null references portal_users,
  entered_at timestamptz not null
);
create index recovery_receipts_case on recovery_receipts (case_id);

create table payment_batches (
  case_id uuid primary key references cases,
  status text not null check (status in ('Made', 'Released', 'Settled', 'Dropped')),
  up_to date not null,
  payments int not null check (payments > 0),
  total numeric(14, 2) not null check (total > 0),
  made_by uuid not null references portal_users,
  made_at timestamptz not null,
  released_by uuid references portal_users,
  released_at timestamptz,
  dropped_by uuid references portal_users,
  drop_reason text not null default '' check (length(drop_reason) <= 500),
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  revision int not null default 0,
  check ((released_by is null) = (released_at is null)),
  check ((status in ('Released', 'Settled')) = (released_by is not null)),
  check ((status = 'Dropped') = (dropped_by is not null)),
  check (released_by <> made_by),
  check (file_sha256 is null or released_by is not null)
);

create table payments (
  id uuid primary key,
  case_id uuid not null references payment_batches,
  place int not null check (place >= 1),
  allowance_id uuid not null references allowances,
  period_from date not null,
  period_to date not null,
  amount numeric(12, 2) not null check (amount > 0),
  recovery_id uuid references recoveries,
  set_off numeric(12, 2) not null default 0 check (set_off >= 0 and set_off < amount),
  status text not null check (status in ('Planned', 'Released', 'Paid', 'Returned', 'Dropped')),
  payee text check (length(payee) between 1 and 200),
  bank text check (length(bank) between 1 and 100),
  account_cipher bytea,
  account_masked text,
  account_version int,
  settled_on date,
  return_reason text not null default '' check (length(return_reason) <= 500),
  revision int not null default 0,
  unique (case_id, place),
  check (period_to >= period_from),
  check ((recovery_id is null) = (set_off = 0)),
  check ((status in ('Released', 'Paid', 'Returned')) = (account_cipher is not null)),
  check ((account_cipher is null) = (payee is null) and (payee is null) = (bank is null) and (bank is null) = (account_version is null)),
  check ((status in ('Paid', 'Returned')) = (settled_on is not null)),
  check (status <> 'Returned' or return_reason <> '')
);
-- The same instalment cannot stand in two batches, whoever makes them.
create unique index payments_one_an_instalment on payments (allowance_id, period_from) where status in ('Planned', 'Released', 'Paid');
create index payments_allowance on payments (allowance_id, period_from);
