-- A revocation is a case of its recognition: whose person has two may meet two at once. That one recognition has only one is asked
-- while its row is held.
drop index applications_one_open;
create unique index applications_one_open on applications (service_item_code, subject_person_id)
  where subject_person_id is not null and service_item_code <> 'RC010003'
    and status in ('Submitted', 'InReview', 'Supplementing', 'InNotice', 'AwaitingCollection');
