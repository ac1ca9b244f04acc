-- What a venue gave in a month: drawn once after its end, kept as it was drawn, answered by the partner.

create sequence venue_statement_serials maxvalue 99999 cycle;

create table venue_statements (
  id uuid primary key,
  number text not null unique check (number ~ '^DZ[0-9]{6}-[0-9]{5}$'),
  venue_id uuid not null references venues,
  month date not null check (extract(day from month) = 1),
  supersedes_id uuid unique references venue_statements,
  uses int not null,
  taken_back int not null check (taken_back >= 0),
  late int not null check (late >= 0),
  waived numeric(14, 2) not null,
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
  drawn_at timestamptz not null,
  answer_by date not null,
  status text not null check (status in ('Open', 'Confirmed', 'Accepted', 'Objected', 'Upheld', 'Superseded')),
  confirmed_by uuid references portal_users,
  confirmed_at timestamptz,
  objected_by uuid references portal_users,
  objected_at timestamptz,
  objection text check (length(objection) between 1 and 2000),
  objected_uses uuid[],
  decided_by uuid references portal_users,
  decided_at timestamptz,
  decision text check (length(decision) between 1 and 2000),
  operation_id uuid not null,
  check ((status = 'Confirmed') = (confirmed_by is not null) and (confirmed_by is null) = (confirmed_at is null)),
  check ((status in ('Objected', 'Upheld', 'Superseded')) = (objected_by is not null)),
  check ((objected_by is null) = (objected_at is null) and (objected_by is null) = (objection is null) and (objected_by is null) = (objected_uses is null)),
  check ((status in ('Upheld', 'Superseded')) = (decided_by is not null)),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decision is null)),
  check (decided_by <> objected_by)
);
create unique index venue_statements_one_standing on venue_statements (venue_id, month) where status <> 'Superseded';
create index venue_statements_open on venue_statements (answer_by) where status = 'Open';

-- Use by use: over all statements that stand, the counts of a use add up to one, or to none where it was taken back.
create table venue_statement_entries (
  statement_id uuid not null references venue_statements deferrable initially deferred,
  redemption_id uuid not null references redemptions,
  kind text not null check (kind in ('Use', 'TakenBack', 'LateUse', 'LateReversal')),
  counts int not null,
  benefit text not null check (length(benefit) between 1 and 30),
  level text not null check (length(level) between 1 and 30),
  waived numeric(10, 2) not null,
  primary key (statement_id, redemption_id),
  check (counts = case kind when 'TakenBack' then 0 when 'LateReversal' then -1 else 1 end)
);
create index venue_statement_entries_use on venue_statement_entries (redemption_id);

create function refuse_statement_edit() returns trigger language plpgsql as $$
begin
  raise exception 'a statement stays as it was drawn' using errcode = '42501';
end $$;
create trigger venue_statement_entries_kept before update or delete on venue_statement_entries for each row execute function refuse_statement_edit();
create trigger venue_statements_not_deleted before delete on venue_statements for each row execute function refuse_statement_edit();
create trigger venue_statements_kept before update on venue_statements for each row
  when ((old.number, old.venue_id, old.month, old.supersedes_id, old.uses, old.taken_back, old.late, old.waived, old.checksum, old.drawn_at, old.answer_by)
    is distinct from (new.number, new.venue_id, new.month, new.supersedes_id, new.uses, new.taken_back, new.late, new.waived, new.checksum, new.drawn_at, new.answer_by))
  execute function refuse_statement_edit();

-- What was made of a sign of abuse. The signs themselves are counted from the scans; the newest mark says where one stands. Append-only.
create table card_signal_marks (
  id uuid primary key,
  signal text not null check (signal ~ '^[A-Za-z]+:[0-9a-zA-Z:.-]{1,120}$'),
  state text not null check (state in ('Seen', 'Dismissed')),
  remark text not null check (length(remark) between 1 and 1000),
  marked_by uuid not null references portal_users,
  marked_at timestamptz not null
);
create index card_signal_marks_signal on card_signal_marks (signal, marked_at);
create index card_scans_time on card_scans (scanned_at);
