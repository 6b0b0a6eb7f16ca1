-- What a post handles, latest first: one range of the list that its holders see.
alter table incident add key incident_handling_newest (handling_post_id, reported_at, id);
