-- A use of the time without network is its scanner's, also where somebody who answers for the venue hands it in because the scanner is gone.
alter table redemptions add handed_in_by uuid references portal_users;
alter table redemptions add constraint redemptions_handed_in check (handed_in_by is null or (is_offline and handed_in_by <> staff_id));
