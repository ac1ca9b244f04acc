-- The last day that a card had after each deed: on which days it gave nothing can be read from its history, also after a late renewal.
alter table card_actions add column expires_on date;
update card_actions a set expires_on = t.expires_on from talent_cards t
where t.case_id = a.case_id and not exists (
  select from card_actions r where r.case_id = a.case_id and r.kind = 'Renewed' and (r.acted_at, r.id) > (a.acted_at, a.id));
