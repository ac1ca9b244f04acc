-- Consent venue by venue: the ledger names who receives what (Personal Information Protection Law, article 23), and a venue says since when it is listed.

-- Null: it was there before consent was asked venue by venue.
alter table venues add listed_at timestamptz;

-- The recipient's name is kept as it was shown, for units are renamed. Carried from: the consent to a whole kind of venues that this one goes on to hold.
alter table consents
  add recipient_id uuid references organisations,
  add recipient_name text check (length(recipient_name) between 1 and 500),
  add carried_from uuid references consents,
  add constraint consents_recipient_named check ((recipient_id is null) = (recipient_name is null)),
  add constraint consents_carried_recipient check (carried_from is null or recipient_id is not null);
create unique index consents_recipient on consents (case_id, recipient_id, purpose) where recipient_id is not null and withdrawn_at is null;

-- Consents to a kind go on to hold for the venues there are, since the day on which they were given. The entries of the kinds stay as they are:
-- what somebody agreed to then is not rewritten, and no till asks for them any more.
insert into consents (id, user_id, person_id, case_id, purpose, text_version, text_digest, given_at, recipient_id, recipient_name, carried_from)
select distinct on (c.case_id, v.organisation_id) gen_random_uuid(), c.user_id, c.person_id, c.case_id, c.purpose, c.text_version, c.text_digest,
  c.given_at, v.organisation_id, o.name_zh || coalesce(' (' || p.name_zh || ')', ''), c.id
from consents c
join talent_cards t on t.case_id = c.case_id
join venues v on c.purpose = 'card.venue.' || v.kind
join organisations o on o.id = v.organisation_id
left join organisations p on p.id = o.parent_id
where c.recipient_id is null and c.withdrawn_at is null
order by c.case_id, v.organisation_id, c.given_at;

-- When a holder last said that the new venues are known; those that are listed later are new again.
create table card_venue_looks (
  case_id uuid primary key references talent_cards,
  seen_at timestamptz not null
);
