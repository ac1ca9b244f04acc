-- The second factor of a printed card: what its holder says at a venue. One a card; a new one takes the place of the old.
create table card_pins (
  case_id uuid primary key references talent_cards,
  -- The password hash, encrypted: six digits would be tried out on a stolen copy of the database alone.
  hash_cipher bytea not null check (octet_length(hash_cipher) between 60 and 400),
  wrong int not null default 0 check (wrong >= 0),
  set_at timestamptz not null
);
