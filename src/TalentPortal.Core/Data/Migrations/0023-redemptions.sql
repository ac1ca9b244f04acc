-- Partner venues, what was redeemed there, and who scanned what.

alter table organisations drop constraint organisations_kind_check;
alter table organisations add constraint organisations_kind_check check (kind in (
  'District', 'LeadingGroup', 'TalentOffice', 'Department', 'JointCheckUnit', 'Town', 'Village', 'University', 'Firm', 'Partner', 'Venue'));
alter table appointments drop constraint appointments_role_check;
alter table appointments add constraint appointments_role_check check (role in (
  'VillageAssistant', 'TownReviewer', 'DepartmentReviewer', 'JointChecker', 'Expert', 'TalentOffice', 'LeadingGroup', 'Administrator',
  'VenueStaff', 'VenueManager'));

-- A venue is a unit of its own below its partner: who works there is appointed there.
create table venues (
  organisation_id uuid primary key references organisations,
  kind text not null check (length(kind) between 1 and 30),
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  check ((latitude is null) = (longitude is null))
);

-- What the venue asks of somebody without a card, by benefit: the price that a use without payment is worth.
create table venue_tariffs (
  venue_id uuid not null references venues,
  benefit text not null check (length(benefit) between 1 and 30),
  price numeric(10, 2) not null check (price >= 0),
  primary key (venue_id, benefit)
);

create table redemptions (
  id uuid primary key,
  case_id uuid not null references talent_cards,
  venue_id uuid not null references venues,
  benefit text not null check (length(benefit) between 1 and 30),
  level text not null check (length(level) between 1 and 30),
  proof text not null check (proof in ('Code', 'Pin')),
  code_once bigint,
  period_from date not null,
  place int check (place >= 1),
  price numeric(10, 2) check (price >= 0),
  waived numeric(10, 2) not null check (waived >= 0 and waived <= coalesce(price, waived)),
  is_offline boolean not null,
  scanned_at timestamptz not null,
  recorded_at timestamptz not null,
  redeemed_on date not null,
  staff_id uuid not null references portal_users,
  reversed boolean not null default false,
  check ((proof = 'Code') = (code_once is not null))
);
create unique index redemptions_code_once on redemptions (case_id, code_once);
-- The last one of a quota is had once, whatever the code does.
create unique index redemptions_place on redemptions (case_id, benefit, period_from, place) where not reversed;
create index redemptions_card on redemptions (case_id, benefit, redeemed_on);
create index redemptions_venue on redemptions (venue_id, redeemed_on);

-- A use is taken back by two people: one asks, another agrees.
create table reversals (
  id uuid primary key,
  case_id uuid not null references talent_cards,
  redemption_id uuid not null references redemptions,
  status text not null check (status in ('Asked', 'Agreed', 'Declined')),
  reason text not null check (length(reason) between 1 and 1000),
  asked_by uuid not null references portal_users,
  asked_at timestamptz not null,
  decided_by uuid references portal_users,
  decided_at timestamptz,
  check ((status = 'Asked') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (decided_by <> asked_by)
);
create unique index reversals_one on reversals (redemption_id) where status <> 'Declined';
create index reversals_case on reversals (case_id);

-- Every look at a card, the ones that failed among them: what was typed is never kept.
create table card_scans (
  id uuid primary key,
  case_id uuid references talent_cards,
  venue_id uuid not null references venues,
  staff_id uuid not null references portal_users,
  outcome text not null check (length(outcome) between 1 and 60),
  failed boolean not null,
  redemption_id uuid references redemptions,
  scanned_at timestamptz not null,
  recorded_at timestamptz not null
);
create index card_scans_card on card_scans (case_id, scanned_at) where case_id is not null;
create index card_scans_failed on card_scans (staff_id, recorded_at) where failed;
